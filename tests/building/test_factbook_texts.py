"""What the Factbook's texts give, on invented texts in its manner."""

import json

import pandas as pd
import pytest

from tipdata.building import factbook_texts
from tipdata.building.raw import RawFolder
from tipdata.tables.declaration import table
from tipdata.tables.load import empty, typed

SITUATION = (
    "Peru is a source and destination country for men and women subjected to forced labor; "
    "women from Kenya are subjected to sex trafficking in Peru"
)
RATING = (
    "Tier 2 Watch List - Peru does not fully comply with the minimum standards for the elimination "
    "of trafficking; however, it is making significant efforts to do so"
)


def text(edition=2012, *, iso3="PER", factbook="2013", rating=RATING, situation=SITUATION):
    end = f" ({edition})" if edition else ""
    return {
        "iso3": iso3,
        "factbook": factbook,
        "current_situation": situation,
        "tier_rating": rating + end,
    }


def placed(**tiers):
    rows = [{"iso3": "PER", "edition": year[1:], "tier": tier} for year, tier in tiers.items()]
    raw = pd.DataFrame(rows, columns=table("tiers").column_names).astype("string")
    return typed(raw, declared=table("tiers"))


@pytest.fixture
def made(tmp_path):
    def make(*texts, tiers=None, kept=None):
        path = tmp_path / factbook_texts.FILE.path
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(json.dumps(each) for each in texts), encoding="utf-8")
        names = ("assessments", "profile", "flows")
        return factbook_texts.make(
            RawFolder(tmp_path),
            kept={name: empty(name) for name in names} | (kept or {}),
            countries=pd.DataFrame({"iso3": ["PER", "KEN"], "name": ["Peru", "Kenya"]}),
            tiers=placed(y2012="2W") if tiers is None else tiers,
        )

    return make


def test_a_text_gives_rows_of_the_edition_that_it_states(made):
    tables = made(text())
    overall = tables["assessments"].table
    assert overall[["iso3", "edition", "tier"]].astype(str).to_numpy().tolist() == [
        ["PER", "2012", "2W"]
    ]
    roles = tables["profile"].table.query("dimension == 'role'")
    assert {"source", "destination"} <= set(roles["value"])
    pairs = tables["flows"].table[["origin", "destination"]].to_numpy().tolist()
    assert ["KEN", "PER"] in pairs
    assert set(tables["flows"].table["method"]) == {"extracted"}


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ([text(None)], "1 that state no edition"),
        ([text(iso3="")], "1 of the whole world"),
        ([text(), text(factbook="2014")], "1 told again by a later Factbook"),
        ([text(rating=RATING.replace("Tier 2 Watch List", "Tier 3"))], "1 that contradict"),
    ],
)
def test_what_is_left_out_is_told(made, texts, why):
    assert why in made(*texts)["assessments"].notes[0]


def test_the_latest_factbook_wins(made):
    late = text(factbook="2014", situation="Peru is a transit country for boys in forced begging")
    roles = made(text(), late)["profile"].table.query("dimension == 'role'")
    assert roles["value"].tolist() == ["transit"]


def test_a_text_that_contradicts_the_placement_gives_nothing(made):
    tables = made(text(), tiers=placed(y2012="3"))
    assert all(each.table.empty for each in tables.values())


def test_coded_rows_stay_and_are_not_doubled(made):
    coded = pd.DataFrame(
        [
            {
                "iso3": "PER",
                "edition": "2012",
                "aspect": "overall",
                "trend": "mixed",
                "source_id": "tip-2012-per",
                "method": "coded",
            }
        ],
        columns=table("assessments").column_names,
    )
    kept = {"assessments": typed(coded.astype("string"), declared=table("assessments"))}
    overall = made(text(), kept=kept)["assessments"].table
    assert overall["trend"].tolist() == ["mixed"]
