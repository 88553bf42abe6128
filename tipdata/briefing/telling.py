"""Rows told as clauses of a sentence: who did how much of what, and what the report judged."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from tipdata.briefing import words

_SUBJECTS = {
    "government": "the government",
    "police": "police",
    "prosecutors": "prosecutors",
    "courts": "courts",
    "labor_inspectors": "labor inspectors",
    "immigration": "immigration authorities",
    "military": "the armed forces",
    "interior_ministry": "the ministry of the interior",
    "justice_ministry": "the ministry of justice",
    "labor_ministry": "the ministry of labor",
    "social_ministry": "the ministry for women, children or welfare",
    "foreign_ministry": "the foreign ministry",
    "health_ministry": "the ministry of health",
    "education_ministry": "the ministry of education",
    "anti_trafficking_body": "the anti-trafficking body",
    "local_government": "local government",
    "ngo": "non-governmental organizations",
    "international_organization": "international organizations",
    "foreign_government": "other governments",
    "media": "media",
}
_STATUSES = {"suspected": "suspected", "potential": "potential", "confirmed": "formally identified"}
_SEXES = {"female": "female", "male": "male"}
_AGES = {"adult": "adult", "child": "child"}
_AGE_GROUPS = {"adult": "adults", "child": "children"}
_FORMS = {
    "sex": "sex trafficking",
    "labor": "labor trafficking",
    "organs": "organ removal",
    "soldiering": "child soldiering",
}


@dataclass(frozen=True)
class Wording:
    """How an indicator counted in one unit is told: verb, noun for one and many, what follows."""

    verb: str
    one: str
    many: str
    after: str


@cache
def _wordings() -> dict[tuple[str, str], Wording]:
    with Path(__file__).with_name("telling.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["indicator"], row["unit"]): Wording(
                row["verb"], row["one"], row["many"], row["after"]
            )
            for row in csv.DictReader(file)
        }


def _wording(row: pd.Series, label: str) -> Wording:
    """Return the wording of a figure; money, and what has no wording, names itself."""
    found = _wordings().get((row["indicator"], row["unit"]))
    if found is not None:
        return found
    if words.is_money(row["unit"]) and (row["indicator"], "") in _wordings():
        money = _wordings()[row["indicator"], ""]
        return Wording(money.verb, row["unit"], row["unit"], money.after)
    one, many = words.singular(row["unit"]), row["unit"]
    return Wording("reported", one, many, f"under \u201c{label.lower()}\u201d")


def clause(row: pd.Series, *, label: str, nationality: str = "") -> str:
    """Return a figure as a clause: Police reported 865 operations.

    Parameters
    ----------
    row
        Row of figures.
    label
        Label of its indicator.
    nationality
        Nationality in words, where the figure covers one.
    """
    wording = _wording(row, label)
    subject, verb = "the edition", "reports"
    if pd.notna(row["agency"]):
        subject, verb = _SUBJECTS[row["agency"]], wording.verb
    text = f"{subject} {verb} {_counted(row, wording)}{_detail(row, nationality)}"
    after = f" {wording.after}" if wording.after else ""
    return text[0].upper() + text[1:] + after


def _counted(row: pd.Series, wording: Wording) -> str:
    noun = wording.one if words.is_one(row) else wording.many
    form = f" of {_FORMS[row['exploitation']]}" if pd.notna(row["exploitation"]) else ""
    dollars = f" ({usd(row)})" if _in_dollars(row) else ""
    amount = "no" if words.is_none(row) else words.amount(row)
    return " ".join([amount, *_kinds(row), noun]) + form + dollars


def _kinds(row: pd.Series) -> list[str]:
    return [
        kind[row[column]]
        for column, kind in (("status", _STATUSES), ("sex", _SEXES), ("age", _AGES))
        if pd.notna(row[column])
    ]


def subject(row: pd.Series) -> str:
    """Return who did or reported a figure, as the beginning of a line."""
    name = _SUBJECTS[row["agency"]] if pd.notna(row["agency"]) else "the edition"
    return name[0].upper() + name[1:]


def by(row: pd.Series) -> str:
    """Return who did or reported a figure, to stand behind it: by the ministry of labor."""
    return f"by {_SUBJECTS[row['agency']]}" if pd.notna(row["agency"]) else ""


def kinds(row: pd.Series) -> list[str]:
    """Return the declared breakdown of a figure, a word or two each: suspected, female."""
    return [
        names[row[column]]
        for column, names in (
            ("status", _STATUSES),
            ("sex", _SEXES),
            ("age", _AGE_GROUPS),
            ("exploitation", _FORMS),
        )
        if pd.notna(row[column])
    ]


def covered(row: pd.Series) -> str:
    """Return what a part of a total covers, in a word or two: female; children.

    The status is left out: a part has that of its total.
    """
    given = kinds(row.where(row.index != "status", pd.NA))
    for column in ("nationality", "detail"):
        if pd.notna(row[column]):
            given.append(str(row[column]).replace("_", " "))
    return ", ".join(given) or "a part"


def _in_dollars(row: pd.Series) -> bool:
    return pd.notna(row["usd"]) and row["unit"] != "USD"


def usd(row: pd.Series) -> str:
    """Return a figure's amount in US dollars, and whether it is our conversion."""
    basis = "" if row["usd_basis"] == "narrative" else ", converted"
    return f"{words.dollars(row['usd'])}{basis}"


def _detail(row: pd.Series, nationality: str) -> str:
    parts = [nationality] if nationality else []
    if pd.notna(row["detail"]):
        parts.append(row["detail"].replace("_", " "))
    return f" ({', '.join(parts)})" if parts else ""


def earlier(row: pd.Series) -> str:
    """Return an earlier figure as it stands in brackets: 764; about 826,000 PEN; none."""
    if words.is_none(row):
        return "none"
    return (
        f"{words.amount(row)} {row['unit']}" if words.is_money(row["unit"]) else words.amount(row)
    )


_COUNTED = {
    "Detected trafficking victims": ("detected victim", "detected victims"),
    "Offences of trafficking in persons": ("recorded offence", "recorded offences"),
    "Persons brought into formal contact": (
        "person brought into formal contact",
        "persons brought into formal contact",
    ),
    "Persons prosecuted": ("person prosecuted", "persons prosecuted"),
    "Persons convicted": ("person convicted", "persons convicted"),
}


def counted(row: pd.Series) -> str:
    """Return a UNODC count as a clause: 725 detected victims; 1 to 4 persons convicted."""
    one, many = _COUNTED[row["indicator"]]
    if row["suppressed"]:
        return f"{row['value_min']} to {row['value_max']} {many} (withheld)"
    if row["value"] == 0:
        return f"no {many}"
    return f"{words.number(row['value'])} {one if row['value'] == 1 else many}"


_TRENDS = {
    "increased": "efforts increased",
    "maintained": "efforts stayed the same",
    "decreased": "efforts decreased",
    "mixed": "efforts were mixed",
    "none": "it showed no increase in efforts",
}
_PILLAR_TRENDS = {
    "increased": "increased",
    "maintained": "maintained",
    "decreased": "decreased",
    "mixed": "made mixed",
    "none": "made no",
}


def judgement(row: pd.Series) -> str:
    """Return an assessment as what follows "the government", for a pillar or overall."""
    return _overall(row) if row["aspect"] == "overall" else _pillar(row)


def _overall(row: pd.Series) -> str:
    parts = []
    if pd.notna(row["meets_standards"]):
        meets = "fully meets" if row["meets_standards"] else "does not fully meet"
        parts.append(f"{meets} the minimum standards")
    if pd.notna(row["significant_efforts"]):
        makes = "makes" if row["significant_efforts"] else "does not make"
        parts.append(f"{makes} significant efforts")
    text = (" but " if _contrast(row) else " and ").join(parts)
    trend = ""
    if pd.notna(row["trend"]):
        trend = f"compared with the year before, {_TRENDS[row['trend']]}"
    return "; ".join(each for each in (text, trend) if each)


def _contrast(row: pd.Series) -> bool:
    """Return whether the standards are not met although efforts are significant."""
    given = pd.notna(row["meets_standards"]) and pd.notna(row["significant_efforts"])
    return given and not row["meets_standards"] and bool(row["significant_efforts"])


def _pillar(row: pd.Series) -> str:
    trend = _PILLAR_TRENDS[row["trend"]] if pd.notna(row["trend"]) else "made"
    adjective = f"{row['adjective']} " if pd.notna(row["adjective"]) else ""
    return f"{trend} {adjective}{row['aspect']} efforts"
