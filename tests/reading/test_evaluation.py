import pandas as pd
import pytest

from tipdata.errors import SourceError
from tipdata.reading.evaluation import evaluate

TEXT = "Police arrested 31 suspects in 2018, compared with 27 in 2017. Courts convicted nine."
HEAD = "passage,n,anchor,indicator,value,value_max,unit,period,sex,age,exploitation"


@pytest.fixture
def folder(tmp_path):
    def made(*rows, text=TEXT):
        (tmp_path / "p1.txt").write_text(text, encoding="utf-8")
        head = "passage,iso3,country,edition,section,url,note\np1,XAA,Belmora,2019,,,\n"
        (tmp_path / "passages.csv").write_text(head, encoding="utf-8")
        (tmp_path / "figures.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
        return tmp_path

    return made


ARRESTS = "p1,1,arrested [[31]] suspects,arrests,31,,persons,2018,,,"
EARLIER = "p1,2,with [[27]] in,arrests,27,,persons,2017,,,"
CONVICTED = "p1,3,convicted [[nine]],convictions,9,,persons,2018,,,"


def test_what_is_read_right_scores_one(folder):
    result = evaluate(folder(ARRESTS, EARLIER, CONVICTED))
    assert result.f1("value") == result.f1("breakdown") == 1
    assert result.errors.empty


def test_a_miss_lowers_recall_and_an_invention_precision(folder):
    result = evaluate(folder(ARRESTS, EARLIER, "p1,3,[[Courts]] convicted,budget,5,,KES,2018,,,"))
    overall = result.scores.query("level == 'period' and indicator == 'all'").iloc[0]
    assert (overall["gold"], overall["found"]) == (3, 3)
    assert overall["precision"] == overall["recall"] == pytest.approx(2 / 3)
    assert list(result.errors["kind"]) == ["invented", "missed"]
    assert set(result.errors["sentence"]) == {"Courts convicted nine."}


def test_each_level_asks_for_more(folder):
    wrong_period = CONVICTED.replace("2018", "2012")
    wrong_unit = ARRESTS.replace("persons", "cases")
    result = evaluate(folder(wrong_unit, EARLIER, wrong_period))
    assert result.f1("value") == result.f1("indicator") == 1
    assert result.f1("period") == pytest.approx(2 / 3)
    assert result.f1("unit") == pytest.approx(1 / 3)


def test_rows_are_matched_at_most_once(folder):
    twice = CONVICTED.replace("p1,3", "p1,4")
    result = evaluate(folder(ARRESTS, EARLIER, CONVICTED, twice))
    row = result.scores.query("level == 'value' and indicator == 'all'").iloc[0]
    assert (row["precision"], row["recall"]) == (1, 3 / 4)


def test_scores_are_given_for_each_indicator(folder):
    result = evaluate(folder(ARRESTS, EARLIER, CONVICTED.replace("convictions,9", "convictions,8")))
    assert result.f1("period", "arrests") == 1
    assert result.f1("period", "convictions") == 0


def test_assessments_are_scored_where_they_are_coded(folder):
    path = folder(ARRESTS, text=f"The government increased protection efforts. {TEXT}")
    pd.DataFrame(
        {
            "passage": ["p1"],
            "n": ["1"],
            "anchor": ["[[increased]] protection"],
            "aspect": ["protection"],
            "trend": ["increased"],
        },
        columns=[
            *("passage", "n", "anchor", "aspect", "trend", "adjective", "meets_standards"),
            *("significant_efforts", "movement", "tier"),
        ],
    ).to_csv(path / "assessments.csv", index=False)
    assert evaluate(path).f1("assessments") == 1


@pytest.mark.parametrize("anchor", ["[[99]] suspects", "arrested 31", "[[in]]"])
def test_an_anchor_that_does_not_stand_once_in_the_text_is_an_error(folder, anchor):
    with pytest.raises(SourceError, match="must occur once"):
        evaluate(folder(ARRESTS.replace("arrested [[31]] suspects", anchor)))


def test_a_folder_that_is_no_gold_folder_is_an_error(tmp_path):
    with pytest.raises(SourceError, match=r"passages\.csv"):
        evaluate(tmp_path)
