"""Small tables for the tests: a test says only the columns that it is about."""

import pandas as pd

from tipdata.briefing.content import Brief
from tipdata.briefing.rows import Rows
from tipdata.tables.declaration import table
from tipdata.tables.load import typed

_PLACE = {"source_id": "made-up", "paragraph": 5, "sentence": 1, "method": "coded"}
_USUAL = {
    "countries": {"iso2": "AA", "region": "Africa", "un_subregion": "x", "first_edition": 2001},
    "figures": {
        "iso3": "AAA",
        "edition": 2018,
        "indicator": "arrests",
        "unit": "persons",
        "period": 2017,
        "period_basis": "stated",
        "comparison": "false",
        "qualifier": "exact",
        **_PLACE,
    },
    "not_reported": {"iso3": "AAA", "edition": 2018, "period": 2017, "start": 1, **_PLACE},
    "assessments": {"iso3": "AAA", "edition": 2018, **_PLACE},
    "profile": {"iso3": "AAA", "edition": 2018, "emphasis": "main", **_PLACE},
    "flows": {"iso3": "AAA", "edition": 2018, "start": 1, **_PLACE},
    "laws": {"iso3": "AAA", "edition": 2018, "subject": "anti_trafficking", **_PLACE},
    "tiers": {"iso3": "AAA", "edition": 2018, "source_id": "made-up"},
    "coverage": {"iso3": "AAA", "edition": 2018, "status": "read", "source_id": "made-up"},
    "population": {"iso3": "AAA", "source_id": "made-up"},
    "policy_index": {"iso3": "AAA", "source_id": "made-up"},
    "unodc": {
        "iso3": "AAA",
        "indicator": "Persons convicted",
        "dimension": "Total",
        "category": "Total",
        "sex": "Total",
        "age": "Total",
        "suppressed": "false",
        "source_id": "made-up",
    },
    "explanations": {"iso3": "AAA", "edition": 2018, "verdict": "source"},
    "sources": {"source_id": "made-up", "title": "A source", "publisher": "p", "licence": "none"},
}
_AARLAND = {"iso3": "AAA", "name": "Aarland", "report_name": "Aarland"}


def frame(name: str, *rows: dict) -> pd.DataFrame:
    """Return the table `name` with the given rows, each filled up with what is usual."""
    full = [_USUAL.get(name, {}) | row for row in rows]
    raw = pd.DataFrame(full, columns=table(name).column_names).astype("string")
    return typed(raw, declared=table(name))


def figures(*rows: dict) -> pd.DataFrame:
    """Return figures; id and place in the text follow the order given."""
    placed = [
        {"figure_id": f"AAA-2018-{number}", "start": number, "end": number + 1} | row
        for number, row in enumerate(rows, start=1)
    ]
    return frame("figures", *placed)


def rows(**tables: object) -> Rows:
    """Return rows of the given tables alone; every table but the vocabulary is empty otherwise."""
    made = {name: frame(name) for name in _USUAL}
    made["countries"] = frame("countries", _AARLAND)
    made["sources"] = frame("sources", {})
    made["tiers"] = frame("tiers", {"tier": "2"})
    for name, given in tables.items():
        made[name] = given if isinstance(given, pd.DataFrame) else frame(name, *given)
    return Rows(made)


def brief(edition: int = 2018, **tables: object) -> Brief:
    """Return the brief of Aarland on the given tables."""
    return Brief("AAA", edition, rows(**tables))
