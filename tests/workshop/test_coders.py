"""Agreement of coders, against values worked out by hand."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipdata.errors import SourceError
from tipdata.workshop import agreement, coding_form, codings, disagreements, f1, kappa
from tipdata.workshop.material import CODED, coding, gold

CODES = st.lists(st.sampled_from(["a", "b", None]), min_size=1, max_size=12)


def coded(**columns):
    return pd.DataFrame({"number": range(1, 1 + len(columns["indicator"])), **columns})


def test_kappa_of_a_textbook_table():
    # 50 things: both yes 20, first only 5, second only 10, both no 15
    first = pd.Series(["yes"] * 25 + ["no"] * 25)
    second = pd.Series(["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15)
    assert kappa(first, second) == pytest.approx(0.4)


def test_kappa_is_not_defined_where_nothing_was_left_to_chance():
    assert math.isnan(kappa(pd.Series(["a", "a"]), pd.Series(["a", "a"])))


def test_kappa_refuses_codings_of_other_things():
    with pytest.raises(ValueError, match="2 and 1 things"):
        kappa(pd.Series(["a", "b"]), pd.Series(["a"]))


@given(CODES, st.randoms())
def test_kappa_is_symmetric_and_at_most_one(codes, random):
    first, second = pd.Series(codes, dtype="string"), pd.Series(codes, dtype="string")
    shuffled = list(codes)
    random.shuffle(shuffled)
    second = pd.Series(shuffled, dtype="string")
    one, other = kappa(first, second), kappa(second, first)
    assert (math.isnan(one) and math.isnan(other)) or (one == pytest.approx(other) and one <= 1)


def test_f1_counts_rows_alike_in_every_column():
    first = coded(indicator=["arrests", "budget", None], period=[2020, 2020, None])
    second = coded(indicator=["arrests", "budget", None], period=[2020, 2019, None])
    assert f1(first, second) == 0.5
    assert f1(first, first) == 1


def test_f1_of_two_empty_codings_is_missing():
    nothing = coded(indicator=[None, None])
    assert math.isnan(f1(nothing, nothing))


def test_what_neither_codes_does_not_flatter():
    one = coded(indicator=["arrests"] + [None] * 9)
    other = coded(indicator=["budget"] + [None] * 9)
    assert f1(one, other) == 0
    assert (
        agreement(pd.concat([one.assign(coder="a"), other.assign(coder="b")])).loc[0, "same"] == 9
    )


def test_disagreements_show_each_coder_beside_the_others():
    shown = disagreements(codings())
    assert list(shown.columns) == sorted(codings()["coder"].unique())
    assert all(len(set(codes)) > 1 for codes in shown.to_numpy())
    assert not set(shown.index) & {1, 2, 3}  # coded alike by all


def test_the_form_is_what_is_read_back(tmp_path):
    form = coding_form("kelduria")
    assert (form[CODED] == "").all(axis=None)
    form.loc[0, CODED] = ["Operations", "operations", "2018", "FALSE", "false"]
    form.to_csv(tmp_path / "eva.csv", index=False)
    read = codings(tmp_path)
    assert read["coder"].unique().tolist() == ["eva"]
    assert read.loc[0, "indicator"] == "operations"
    assert read["indicator"].notna().sum() == 1
    assert len(read) == len(gold("kelduria"))


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "holds no CSV file"),
        ({"a": "number,indicator\n1,arrests\n"}, "a.csv lacks the columns unit, period"),
        ({"a": "number,indicator,unit,period,comparison,part\n1,,,,,\n1,,,,,\n"}, "number 1 twice"),
        (
            {
                "a": "number,indicator,unit,period,comparison,part\n1,,,,,\n",
                "b": "number,indicator,unit,period,comparison,part\n2,,,,,\n",
            },
            "did not code the same numbers",
        ),
    ],
)
def test_a_room_with_faulty_files(tmp_path, files, said):
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=said):
        codings(tmp_path)


@pytest.mark.parametrize("name", ["velmora", "kelduria"])
def test_the_coding_by_the_guide_fits_its_paragraph(name):
    from tipdata.workshop import paragraph

    text = paragraph(name).narrative.sentences
    for _, each in gold(name).iterrows():
        words = each["printed"].removeprefix("not ").removeprefix("did not ")
        assert words in text[each["sentence"] - 1].text
        assert each["why"]


def test_the_planted_mistakes_are_mistakes():
    assert not coding("machine")[CODED].equals(gold("kelduria")[CODED])
