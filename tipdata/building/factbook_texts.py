"""Assessments, profiles and flows, read from the Factbook's texts on trafficking.

The Factbook retells editions of the report in a few sentences: a rating with its reasons, and the
situation. The edition stands in the text (in brackets at its end, or in the address of the report);
a text that does not state it is left out. Of several texts about one edition the latest Factbook
wins; a text whose rating contradicts the placement of the edition that it states is of another
edition and is left out. What was coded from a narrative itself stays; the Factbook fills only what
is empty.
"""

import json
import re
from collections import Counter

import pandas as pd

from tipdata.building.inputs import Made
from tipdata.building.raw import RawFile, RawFolder
from tipdata.checking.movements import movements
from tipdata.reading.assessments import assessments
from tipdata.reading.flows import flows
from tipdata.reading.narrative import Narrative, narrative_of
from tipdata.reading.profile import profile
from tipdata.reading.rows import frame
from tipdata.tables.declaration import table

FILE = RawFile("factbook/trafficking_texts.jsonl", "cia-factbook-trafficking")

_STATED = re.compile(r"\((20\d\d)\)\s*$|/reports/(20\d\d)-trafficking")
# table -> the function that draws it, the field of a text that it is drawn from, and the columns
# whose rows must not exist already
_DRAWN = {
    "assessments": (assessments, "tier_rating", ["iso3", "edition", "aspect"]),
    "profile": (profile, "current_situation", ["iso3", "edition"]),
    "flows": (flows, "current_situation", ["iso3", "edition"]),
}


def make(
    raw: RawFolder,
    *,
    kept: dict[str, pd.DataFrame],
    countries: pd.DataFrame,
    tiers: pd.DataFrame,
) -> dict[str, Made]:
    """Return the tables assessments, profile and flows, completed from the Factbook's texts."""
    names = dict(zip(countries["iso3"], countries["name"], strict=True))
    texts, left_out = _texts(raw, names)
    misdated = _misdated(texts, names, tiers)
    texts = {key: text for key, text in texts.items() if key not in misdated}
    left_out["that contradict the placement of the edition they state"] = len(misdated)
    made = {name: _completed(name, kept[name], texts, names) for name in _DRAWN}
    told = ", ".join(f"{count} {why}" for why, count in sorted(left_out.items()))
    made["assessments"].notes.insert(
        0, f"factbook texts: {len(texts)} editions read; left out: {told}"
    )
    return made


def _texts(
    raw: RawFolder, names: dict[str, str]
) -> tuple[dict[tuple[str, int], dict[str, str]], Counter]:
    """Return the latest text of each country and edition, and why the others are left out."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    left_out: Counter = Counter()
    rows = [json.loads(line) for line in raw.text(FILE).splitlines()]
    for row in sorted(rows, key=lambda each: each["factbook"]):
        edition = _edition(row)
        if row["iso3"] not in names:
            left_out["of the whole world or no country of the report"] += 1
        elif edition is None:
            left_out["that state no edition"] += 1
        else:
            left_out["told again by a later Factbook"] += (row["iso3"], edition) in found
            found[row["iso3"], edition] = row
    return dict(sorted(found.items())), left_out


def _edition(row: dict[str, str]) -> int | None:
    """Return the edition that a text states, None where it states none or two."""
    stated = {
        int(year)
        for field in ("tier_rating", "current_situation")
        for years in _STATED.findall(row[field])
        for year in years
        if year
    }
    return stated.pop() if len(stated) == 1 else None


def _misdated(
    texts: dict[tuple[str, int], dict[str, str]], names: dict[str, str], tiers: pd.DataFrame
) -> set[tuple[str, int]]:
    """Return the texts whose tier or movement is not that of the edition they state."""
    stated = _drawn("assessments", texts, names)
    return {(each.iso3, each.edition) for each in movements(stated, tiers)}


def _drawn(
    name: str, texts: dict[tuple[str, int], dict[str, str]], names: dict[str, str]
) -> pd.DataFrame:
    """Return the rows of one table that the texts give, each key once."""
    draw, field, _ = _DRAWN[name]
    rows = [
        row
        for (iso3, edition), text in texts.items()
        for row in draw(_narrative(text[field], iso3=iso3, country=names[iso3], edition=edition))
    ]
    return frame(name, rows).drop_duplicates(list(table(name).key), keep="first")


def _completed(
    name: str,
    kept: pd.DataFrame,
    texts: dict[tuple[str, int], dict[str, str]],
    names: dict[str, str],
) -> Made:
    once = _DRAWN[name][2]
    coded = kept[kept["source_id"] != FILE.source_id]
    drawn = _drawn(name, texts, names)
    known = set(coded[once].itertuples(index=False, name=None))
    new = drawn[[each not in known for each in drawn[once].itertuples(index=False, name=None)]]
    whole = pd.concat([coded, new], ignore_index=True)
    return Made(whole, [f"{name}: {len(coded):,} coded, {len(new):,} from the Factbook's texts"])


def _narrative(text: str, *, iso3: str, country: str, edition: int) -> Narrative:
    plain = re.sub(r"\s*(?:;\s*)?for more details, go to:.*$|\s*\(20\d\d\)\s*$", "", text)
    return narrative_of(
        plain, iso3=iso3, country=country, edition=edition, source_id=FILE.source_id
    )
