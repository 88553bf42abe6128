"""The reading program learns from coded passages, and its weights are those of the passages."""

import pytest

from tipdata.errors import SourceError
from tipdata.reading.counting.judging import DATING, UNCOUNTED, WEIGHTS, dater, judge
from tipdata.reading.figures import counts_of
from tipdata.reading.learning import examples, learned, learned_years, passages, stamp
from tipdata.reading.narrative import narrative_of
from tipdata.resources import folder

TAUGHT = folder("tests") / "gold"
COINED = """== XAA 2019 protection
Officials blorged {31|permits|2018} zonks in 2018, not the {27|permits|2017} of 2017.

== XAA 2020 protection
Officials blorged {12|permits|2019} zonks under Law 400.
"""


@pytest.fixture
def coined(tmp_path):
    (tmp_path / "one.txt").write_text(COINED + (COINED + "\n").replace("12", "14"), "utf-8")
    return tmp_path


def test_a_passage_is_read_without_its_marks(coined):
    first = next(passages(coined))
    text = first.narrative.text
    assert "{" not in text
    assert [text[each.start : each.end] for each in first.marks] == ["31", "27"]
    assert [(each.indicators, each.period) for each in first.marks] == [
        (("permits",), 2018),
        (("permits",), 2017),
    ]


def test_the_marks_say_what_each_number_counts_and_when(coined):
    found = [examples(passage) for passage in passages(coined)]
    told = [each.indicator for numbers, _ in found for each in numbers]
    assert told[:3] == ["permits", "permits", "permits"]
    assert set(told) <= {"permits", UNCOUNTED}
    assert any(year.right for _, years in found for year in years)
    assert not all(year.right for _, years in found for year in years)


def test_what_was_taught_is_judged_so(tmp_path):
    taught = "\n\n".join(
        f"== XAA 2019 protection\nOfficials blorged {{{number}|permits|2018}} zonks and "
        f"stroffed {{{number + 50}|inspections|2018}} gribs, and "
        f"glimped {{{number + 70}|operations|2018}} frams."
        for number in range(3, 9)
    )
    (tmp_path / "taught.txt").write_text(taught, "utf-8")
    found = [examples(passage) for passage in passages(tmp_path)]
    judge = learned(each for numbers, _ in found for each in numbers)
    assert judge.indicators == ("inspections", "operations", "permits")
    text = "Officials blorged 40 zonks and stroffed 90 gribs, and glimped 99 frams."
    read = counts_of(
        narrative_of(text, iso3="XAA", edition=2020),
        lambda _sentence, _count, clues: judge(clues),
        lambda *_: None,
    )
    found = [(count.value, count.indicator) for _, count in read]
    assert found == [(40, "permits"), (90, "inspections"), (99, "operations")]


def test_years_are_learned_from_clues(tmp_path):
    taught = "\n\n".join(
        f"== XAA 2019 protection\nIn 2015 police arrested {{{number}|arrests|2015}} suspects."
        for number in range(3, 9)
    )
    (tmp_path / "taught.txt").write_text(taught, "utf-8")
    years = learned_years(each for p in passages(tmp_path) for each in examples(p)[1])
    assert years["told:before:leading"] > years["told:usual"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police arrested {31|arrests|2018}.", "must begin with a line"),
        ("== XAA 2019 protection\nPolice arrested {31|arrests}.", "is no mark"),
        ("== XAA 2019 protection\nPolice arrested 31}.", "is no mark"),
    ],
)
def test_a_passage_that_is_not_coded_rightly_is_refused(tmp_path, text, told):
    (tmp_path / "one.txt").write_text(text, "utf-8")
    with pytest.raises(SourceError, match=told):
        list(passages(tmp_path))


def test_a_folder_without_passages_is_refused(tmp_path):
    with pytest.raises(SourceError, match="holds no coded passages"):
        list(passages(tmp_path))


@pytest.mark.parametrize("path", [WEIGHTS, DATING], ids=lambda each: each.name)
def test_the_weights_are_learned_from_the_passages_as_they_stand(path):
    with path.open(encoding="utf-8") as file:
        name = next(file).split("\t")[0]
    assert name == stamp([TAUGHT / "taught", TAUGHT / "tune"]), "run tipdata.reading.learning anew"


def test_taught_passages_name_only_known_indicators():
    import tipdata

    known = set(tipdata.indicators()["indicator"])
    named = {
        name
        for passage in passages(TAUGHT / "taught")
        for mark in passage.marks
        for name in mark.indicators
    }
    assert named <= known


def test_packaged_weights_are_whole_numbers_so_that_sums_are_alike_everywhere():
    assert judge().weights.dtype.kind == "i"
    assert isinstance(dater()(["rule", "told:rule"]), int)
