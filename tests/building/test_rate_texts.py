"""Reading the numbers of an exchange rate text, by a table of invented texts and at random."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipdata.building.rate_texts import quotes


def cases():
    with (Path(__file__).parent / "rate_texts.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def shown(found):
    return ";".join(f"{each.year}={each.value:.12g} {each.series}".strip() for each in found)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["why"])
def test_a_text_gives_its_labelled_numbers(case):
    assert shown(quotes(case["text"])) == case["expected"]


def test_the_code_of_the_currency_is_read_where_it_is_printed():
    found = quotes("euros (EUR) per US dollar - 0.9 (2000); old krones per US dollar - 7.5 (1999)")
    assert [each.code for each in found] == ["EUR", None]


def test_the_label_stays_as_printed():
    assert [each.label for each in quotes("krones per US dollar - 7.5 (May 2012)")] == ["May 2012"]


rates = st.decimals(min_value="0.01", max_value="9999999", places=2)
years = st.integers(1990, 2040)
quoted = st.lists(st.tuples(rates, years, st.booleans()), min_size=1, max_size=6)


@given(quoted, st.sampled_from([", ", " ", " | ", ","]), st.booleans())
def test_whatever_is_written_in_the_usual_form_is_read_back(numbers, between, thousands):
    printed = between.join(
        f"{rate:{',' if thousands else ''}} ({year}{' est.' if estimate else ''})"
        for rate, year, estimate in numbers
    )
    found = quotes(f"krones (KRN) per US dollar - {printed} note: pegged since 1 (1999)")
    assert [(each.value, each.year) for each in found] == [
        (float(rate), year) for rate, year, _ in numbers
    ]
    assert {each.series for each in found} == {""}


@given(st.text(alphabet="0123456789.,()-;:| aenot\u00e9\n", max_size=80))
def test_no_text_breaks_the_reading_and_every_number_stands_in_it(text):
    plain = text.replace("|", " ")
    for quote in quotes(text):
        assert quote.value >= 0
        assert quote.label in " ".join(plain.split())
