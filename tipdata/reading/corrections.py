"""Corrections: what a reviewer changed in the rows of a narrative, kept in a file of their own.

A corrections file is a list in YAML; it is applied anew each time the narrative is read::

    - action: change            # add, change or drop
      table: figures
      iso3: PER
      edition: 2018
      expect: {indicator: arrests, value: 410, period: 2017}
      set: {agency: government}
      reason: The sentence before names two bodies.
      author: A. Reviewer
      date: 2026-11-24

`expect` names the row as the program reads it: a correction whose row is gone, changed or not the
only one fails, so that no correction outlives its cause. `add` has `anchor`, a piece of the
narrative that occurs once, with the words of the number in [[ ]], and `set`; it fails when the
program reads such a row there by itself.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pandas as pd
import yaml

from tipdata.errors import NarrativeError, TipdataError, unknown
from tipdata.reading.narrative import Narrative
from tipdata.reading.rows import frame, where

TABLES = ("figures", "not_reported", "assessments", "profile", "flows")
_ALWAYS = ("action", "table", "iso3", "edition", "reason", "author", "date")
# What each action needs besides, and nothing else.
_ACTIONS = {"add": ("anchor", "set"), "change": ("expect", "set"), "drop": ("expect",)}


@dataclass(frozen=True)
class Correction:
    """One entry of a corrections file; `number` is its place in it, from 1."""

    number: int
    action: str
    table: str
    iso3: str
    edition: int
    reason: str
    author: str
    date: datetime.date
    expect: Mapping[str, Any]
    set: Mapping[str, Any]
    anchor: str

    def is_of(self, narrative: Narrative) -> bool:
        """Whether it is about this narrative."""
        return (self.iso3, self.edition) == (narrative.iso3, narrative.edition)


def read_corrections(path: str | PathLike[str]) -> list[Correction]:
    """Return the corrections of a file, in its order.

    Raises
    ------
    tipdata.errors.NarrativeError
        For a file that is no list of corrections; the message names the entry.
    """
    path = Path(path)
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        told = " ".join(str(error).split())
        raise NarrativeError(f"corrections {path.name} cannot be read: {told}") from error
    if not isinstance(entries, list):
        raise NarrativeError(f"corrections {path.name} must be a list of entries in YAML")
    return [_checked(entry, number) for number, entry in enumerate(entries, start=1)]


def _checked(entry: Any, number: int) -> Correction:
    place = f"correction {number}"
    if not isinstance(entry, dict) or "action" not in entry:
        raise NarrativeError(
            f"{place} is no mapping with an action; see tipdata.reading.corrections"
        )
    if entry["action"] not in _ACTIONS:
        raise unknown(entry["action"], what="action", place=place, choices=_ACTIONS)
    needed = [*_ALWAYS, *_ACTIONS[entry["action"]]]
    lacking = [key for key in needed if entry.get(key) in (None, "", {})]
    more = sorted(set(entry) - set(needed))
    if lacking or more:
        told = f"lacks {', '.join(lacking)}" if lacking else f"has no use for {', '.join(more)}"
        raise NarrativeError(f"{place} ({entry['action']}) {told}; it needs {', '.join(needed)}")
    if entry["table"] not in TABLES:
        raise unknown(entry["table"], what="table", place=place, choices=TABLES)
    if not isinstance(entry["date"], datetime.date):
        raise NarrativeError(f"{place}: date {entry['date']!r} is no date such as 2026-11-24")
    empty = {"expect": {}, "set": {}, "anchor": ""}
    return Correction(number=number, **{**empty, **entry})


def corrected(
    tables: Mapping[str, pd.DataFrame], narrative: Narrative, corrections: Sequence[Correction]
) -> dict[str, pd.DataFrame]:
    """Return the tables of a narrative with its corrections applied, in their order.

    Raises
    ------
    NarrativeError
        For a correction whose target is gone, changed, or not the only one.
    """
    tables = dict(tables)
    for correction in corrections:
        if correction.is_of(narrative):
            name = correction.table
            rows = tables[name].astype("object").where(tables[name].notna(), None)
            try:
                changed = _APPLY[correction.action](rows.to_dict("records"), correction, narrative)
                tables[name] = frame(name, changed)
            except TipdataError as error:
                raise NarrativeError(
                    f"correction {correction.number} ({correction.action} in {name} of "
                    f"{narrative.iso3} {narrative.edition}): {error}"
                ) from error
    return tables


def _change(rows: list[dict], correction: Correction, narrative: Narrative) -> list[dict]:
    index = _target(rows, correction)
    rows[index] = rows[index] | dict(correction.set) | {"method": "reviewed"}
    return rows


def _drop(rows: list[dict], correction: Correction, narrative: Narrative) -> list[dict]:
    row = rows.pop(_target(rows, correction))
    parts = [
        each["figure_id"] for each in rows if each.get("subset_of") == row.get("figure_id", "")
    ]
    if parts:
        raise NarrativeError(f"{', '.join(parts)} are parts of the dropped row; change them first")
    return rows


def _add(rows: list[dict], correction: Correction, narrative: Narrative) -> list[dict]:
    row = _at_anchor(correction.anchor, narrative) | dict(correction.set) | {"method": "coded"}
    same = [
        each for each in rows if each["start"] == row["start"] and _matches(each, correction.set)
    ]
    if same:
        raise NarrativeError("the program reads this row by now; take the correction out")
    if correction.table == "figures":
        row["figure_id"] = _free_id(row, {each["figure_id"] for each in rows})
    return sorted([*rows, row], key=lambda each: each["start"])


_APPLY = {"add": _add, "change": _change, "drop": _drop}


def _target(rows: list[dict], correction: Correction) -> int:
    """Return which row is the one that a correction expects."""
    found = [index for index, row in enumerate(rows) if _matches(row, correction.expect)]
    if len(found) != 1:
        told = (
            "is gone or changed" if not found else f"is not the only one, but one of {len(found)}"
        )
        raise NarrativeError(f"the row that it expects, {dict(correction.expect)}, {told}")
    return found[0]


def _matches(row: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    odd = sorted(set(expected) - set(row))
    if odd:
        raise unknown(odd[0], what="column", place="a correction", choices=row)
    return all(row[column] == value for column, value in expected.items())


def _at_anchor(anchor: str, narrative: Narrative) -> dict[str, Any]:
    """Return where the bracketed words of an anchor stand."""
    before, opened, rest = anchor.partition("[[")
    words, closed, after = rest.partition("]]")
    plain = before + words + after
    if not (opened and closed) or narrative.text.count(plain) != 1:
        raise NarrativeError(
            f"anchor {anchor!r} must occur once in the narrative, with its words in [[ ]]"
        )
    start = narrative.text.index(plain) + len(before)
    for sentence in narrative.sentences:
        if sentence.start <= start < sentence.end:
            place = start - sentence.start
            return where(narrative, sentence, place, place + len(words))
    raise NarrativeError(f"anchor {anchor!r} stands in no sentence of the narrative")


def _free_id(row: Mapping[str, Any], taken: set[str]) -> str:
    stem = f"{row['iso3']}-{row['edition']}-{row['start']}"
    return next(each for each in (stem, *(stem + a for a in ascii_lowercase)) if each not in taken)
