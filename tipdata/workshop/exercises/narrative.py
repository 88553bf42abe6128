"""Exercises on what a narrative says and does not say."""

from collections.abc import Iterator

import pandas as pd

from tipdata.workshop.material import CODED, gold
from tipdata.workshop.verdicts import answered, judged, mistake

_CODED_BY_HAND = (2, 3)  # the sentences that the learner codes


@judged("narrative.claims", because="what is left are claims that somebody counted something")
def claims(answer: object) -> Iterator[str]:
    """Compare the chosen numbers with the figures of the paragraph."""
    if not isinstance(answer, set | list | tuple):
        yield "the answer is a set of numbers from the left column, such as {1, 2}"
        return
    coded = gold("velmora").set_index("number")
    for number in sorted(set(answer)):
        if number not in coded.index:
            yield f"the paragraph has no number {number!r}"
        elif pd.isna(coded.loc[number, "indicator"]):
            each = coded.loc[number]
            yield f"number {number} ({each['printed']!r}) is no claim: {each['why']}"
    lost = coded[coded["indicator"].notna() & ~coded.index.isin(list(answer))]
    if len(lost):
        yield f"a claim is missing in sentence {lost['sentence'].iloc[0]}"


@judged("narrative.rows", because="each row now stands alone: nobody needs the sentence to read it")
def rows(answer: object) -> Iterator[str]:
    """Compare rows with the coded sentences, by their value."""
    coded = gold("velmora")
    coded = coded[coded["sentence"].isin(_CODED_BY_HAND) & coded["indicator"].notna()]
    if not isinstance(answer, list) or not all(isinstance(each, dict) for each in answer):
        yield "the answer is a list of row(...)"
        return
    given = {each["value"]: each for each in answer}
    for _, right in coded.iterrows():
        if right["value"] not in given:
            yield f"a figure of sentence {right['sentence']} has no row yet"
            continue
        wrong = [each for each in CODED if given[right["value"]][each] != right[each]]
        if wrong:
            stated = given[right["value"]][wrong[0]]
            yield f"the row of {right['printed']!r} has {wrong[0]} {stated!r}: {right['why']}"
    for value in given.keys() - set(coded["value"]):
        yield f"{value!r} is no figure of these sentences"


@answered("narrative.victims", because="a part and its total are never added, nor two years")
def victims() -> int:
    """Return the victims identified in the reporting period."""
    return 124


@mistake(
    "narrative.victims", "you added the women and the girls to the total that they are part of"
)
def _with_parts() -> int:
    return 124 + 86 + 38


@mistake("narrative.victims", "you added the number of the year before, which is there to compare")
def _with_comparator() -> int:
    return 124 + 140


@mistake("narrative.victims", "referred victims may be the same persons as identified ones")
def _with_referred() -> int:
    return 124 + 97


@answered(
    "narrative.silence",
    because="only the zero may enter a sum; a silence is not a zero, whoever keeps it",
)
def silence() -> dict[str, str]:
    """Return how the paragraph is silent about each thing."""
    return {
        "restitution ordered by courts": "zero",
        "length of the prison terms": "not reported",
        "defendants acquitted": "not said",
        "how much money reached shelters": "not reported",
        "calls to a hotline": "not said",
    }
