"""Exercises on a program's reading, its correction, and the agreement of coders."""

from collections.abc import Iterator

import pandas as pd

from tipdata.workshop.coders import agreement
from tipdata.workshop.material import CODED, coding, codings, gold, paragraph
from tipdata.workshop.verdicts import answered, judged, mistake


@answered("reading.missed", because="what a program does not see, only the text can show")
def missed() -> set[str]:
    """Return the figures of the paragraph "velmora" that the program does not read."""
    from tipdata.reading.extract import extract

    read = extract(paragraph("velmora").narrative).figures
    coded = gold("velmora").dropna(subset="indicator")
    both = coded.merge(read, on=["indicator", "value", "period"], how="left", indicator=True)
    return set(both.loc[both["_merge"] == "left_only", "printed"])


def _wrong_numbers() -> pd.DataFrame:
    """Return the numbers on which the machine's reading and the guide differ, with the reason."""
    both = gold("kelduria").merge(coding("machine"), on="number", suffixes=("", "_read"))
    differs = [
        (both[each].astype("string").fillna("") != both[f"{each}_read"].astype("string").fillna(""))
        for each in CODED
    ]
    return both[pd.concat(differs, axis=1).any(axis=1)]


@judged("reading.mistakes", because="you found them by the text alone, as a reviewer does")
def mistakes(answer: object) -> Iterator[str]:
    """Compare the numbers that the learner holds for misread with those that are."""
    if not isinstance(answer, set | list | tuple):
        yield "the answer is a set of numbers from the left column, such as {1, 2}"
        return
    coded, wrong = gold("kelduria").set_index("number"), _wrong_numbers()
    for number in sorted(set(answer) - set(wrong["number"])):
        if number not in coded.index:
            yield f"the paragraph has no number {number!r}"
            continue
        each = coded.loc[number]
        yield f"number {number} ({each['printed']!r}) was read rightly: {each['why']}"
    lost = wrong[~wrong["number"].isin(list(answer))]
    if len(lost):
        yield f"{len(lost)} more to find, one of them in sentence {lost['sentence'].iloc[0]}"


@judged("reading.corrected", because="the table now says what the text says, number by number")
def corrected(answer: object) -> Iterator[str]:
    """Compare the corrected reading with the coding by the guide."""
    if not isinstance(answer, pd.DataFrame) or "number" not in answer:
        yield "the answer is the table of the machine's reading, corrected"
        return
    right, given = gold("kelduria").set_index("number"), answer.set_index("number")
    for number, row in right.iterrows():
        if number not in given.index:
            yield f"number {number} is gone from the table; correct it, do not drop it"
            continue
        for column in CODED:
            mine = given.loc[number, column]
            if pd.isna(mine) != pd.isna(row[column]) or (
                pd.notna(mine) and str(mine) != str(row[column])
            ):
                yield f"{column} of number {number} ({row['printed']!r}): {row['why']}"


@answered("reading.kappa", because="three quarters alike, of which half would be alike by chance")
def kappa_by_hand() -> float:
    """Return kappa where three quarters were coded alike, and half would be by chance."""
    return 0.5


@mistake("reading.kappa", "that is the observed agreement; take away what chance gives")
def _observed() -> float:
    return 0.75


@mistake("reading.kappa", "divide by what was left to agree on beyond chance: one minus chance")
def _not_divided() -> float:
    return 0.25


@answered("reading.pair", because="talk about the guide with this pair first")
def least_agreeing() -> set[str]:
    """Return the two coders whose kappa is lowest."""
    pairs = agreement(codings())
    lowest = pairs.loc[pairs["kappa"].idxmin()]
    return {lowest["first"], lowest["second"]}
