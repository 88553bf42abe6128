"""Numbers in digits and words parse back, whatever stands around them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipdata.reading.counting.items import tokens
from tipdata.reading.counting.numbers import merge_numbers
from tipdata.reading.counting.quantities import quantities
from tipdata.reading.figures import figures
from tipdata.reading.narrative import narrative_of
from tipdata.reading.not_reported import not_reported

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
]  # fmt: skip
_TENS = [
    "-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip


def _in_words(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return _TENS[tens] + (f"-{_UNITS[unit]}" if unit else "")
    for scale, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= scale:
            count, rest = divmod(number, scale)
            tail = (
                f" and {_in_words(rest)}" if 0 < rest < 100 else f" {_in_words(rest)}" * (rest > 0)
            )
            return f"{_in_words(count)} {name}{tail}"
    raise AssertionError(number)


def _values(text: str) -> list[float]:
    return [each.value for each in merge_numbers(tokens(text)) if each.kind == "number"]


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_parse_back(number):
    assert _values(f"about {number:,} of them") == [number]
    assert _values(f"about {number} of them") == [number]


@given(st.integers(min_value=0, max_value=10**9 - 1))
def test_words_parse_back(number):
    assert _values(f"about {_in_words(number)} of them") == [number]


@given(
    st.integers(min_value=1, max_value=999),
    st.sampled_from([("million", 10**6), ("billion", 10**9)]),
)
def test_a_scale_multiplies(number, scale):
    name, factor = scale
    assert _values(f"spent {number} {name} on it") == [number * factor]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text):
    narrative = narrative_of(text, iso3="XAA", edition=2015)
    found = figures(narrative)
    assert ((found["start"] >= 0) & (found["end"] <= len(text))).all()
    not_reported(narrative)


_WORDS = st.sampled_from(
    [
        "no", "none", "not", "police", "courts", "convicted", "identified", "12", "two",
        "2014", "compared", "with", "of", "whom", "the", "victims", "cases", "(", ")", ",",
        ";", "—", "including", "and", "or", "from", "to", "years", "in", "$", "3.5",
        "million", "percent", "did", "report", "were", "trafficking",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(_WORDS, max_size=60).map(" ".join))
def test_any_order_of_the_grammars_words_is_read(text):
    found = figures(narrative_of(text, iso3="XAA", edition=2015))
    assert found["figure_id"].is_unique
    assert set(found["subset_of"].dropna()) <= set(found["figure_id"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a dozen raids", [12]),
        ("half a dozen", [6]),
        ("dozens of women, hundreds of men", []),
        ("one hundred and five girls", [105]),
        ("six and a half years", [6.5]),
        ("two hundred and forty-nine", [249]),
        ("five and six", [5, 6]),
    ],
)
def test_wordings(text, values):
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sentenced to five to 15 years in prison", (5, 15, "years", "exact")),
        ("imprisonment of 10 years to life", (10, None, "years", "at_least")),
        ("prison terms between two and seven years", (2, 7, "years", "exact")),
        ("30 to 45 million people", (30e6, 45e6, "", "exact")),
        ("6-9,000 girls", (6000, 9000, "", "exact")),
        ("no more than 10 employers", (10, None, "", "at_most")),
        ("approximately €1.05 million", (1_050_000, None, "EUR", "approximate")),
        ("65 percent of them", (65, None, "", "exact")),
        ("prison terms of eight years and nine months", (8.75, None, "years", "exact")),
    ],
)
def test_quantities(text, said):
    (item,) = [each for each in quantities(text) if each.kind == "number"]
    assert (item.value, item.value_max, item.unit, item.qualifier) == said


@pytest.mark.parametrize(
    "text",
    [
        "under Articles 118 and 119 of Law No. 28950",
        "Act 31/2009",
        "girls as young as 12 and anyone under 18",
        "on 31 January 2002",
        "the 24-hour hotline 1515",
        "for the past five years",
        "COVID-19 and M23",
        "the 2010-2012 action plan",
    ],
)
def test_numbers_that_count_nothing(text):
    assert [each.low for each in quantities(text) if each.kind == "number"] == []
