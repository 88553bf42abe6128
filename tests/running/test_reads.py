"""What a brief reads is noted whole: of other rows it is free, of these none changes unseen."""

import json

import pandas as pd
import pytest

import tipdata
from tests.running import notebooks
from tipdata import resources
from tipdata.running.seen import seen_through
from tipdata.tables import load, reads
from tipdata.tables.declaration import table, tables
from tipdata.tables.index import Index

# The packaged notebooks that are run for many places, with parameters for a run.
RUNS = {
    "country_brief": {"iso3": "PER", "edition": 2018},
    "region_brief": {"region": "Western Hemisphere", "edition": 2018},
    "compare": {"countries": "PER, CHL", "first": 2016, "last": 2018},
}


def shown(name, parameters):
    """Run the cells of a packaged notebook here, and return what they show and what they read."""
    import nbformat

    names, pages = {}, []
    with reads.noting() as read:
        for cell in nbformat.read(resources.notebook(name), as_version=4).cells:
            if cell.cell_type == "code":
                body, _, last = cell.source.rpartition("\n")
                exec(body if "=" not in last else cell.source, names)
                if "parameters" in cell.metadata.get("tags", []):
                    names |= parameters
                elif "=" not in last:
                    pages.append(eval(last, names)._repr_html_())
    return pages, read


@pytest.fixture(scope="module")
def peru():
    return shown("country_brief", RUNS["country_brief"])[1]


@pytest.fixture
def change(monkeypatch):
    """Have a table hold other rows."""

    def held(name, frame):
        before = load.index
        changed = Index(frame, key=table(name).key)
        monkeypatch.setattr(load, "index", lambda each: changed if each == name else before(each))
        reads._digest.cache_clear()

    yield held
    reads._digest.cache_clear()


@pytest.mark.parametrize("name", RUNS)
def test_a_brief_of_the_rows_that_it_read_alone_is_the_same(name, change):
    first, read = shown(name, RUNS[name])
    dropped = 0
    for each in tables():
        index = load.index(each)
        kept = used(each, read, index)
        dropped += len(index.frame) - len(kept)
        change(each, index.frame.iloc[sorted(kept)].reset_index(drop=True))
    assert dropped > 10_000
    again, read_again = shown(name, RUNS[name])
    assert again == first
    assert read_again == read


def used(name, read, index):
    """The places of the rows of a table that were read; of values that were read, one row each."""
    kept = set()
    for each in read:
        if each.table != name:
            continue
        if each.kind == "where":
            kept.update(index.where(each.what))
        elif each.kind == "row":
            kept.add(index.row(each.what))
        else:
            column = index.frame[each.what]
            kept.update(index.where([(each.what, [value])])[0] for value in column.unique())
    return kept - {None}


OWN = "iso3 == 'PER' and edition == 2018"
NEAR = "iso3 in @americas and iso3 != 'PER' and edition == 2018"
FAR = "iso3 not in @americas and edition == 2018"


@pytest.mark.parametrize(
    ("name", "rows", "changes"),
    [
        ("figures", OWN, True),
        ("figures", FAR, False),
        ("figures", "iso3 == 'PER' and edition == 2017", False),
        ("figures", f"{NEAR} and indicator == 'arrests' and unit == 'persons'", True),  # the median
        ("figures", f"{NEAR} and unit == 'years'", False),
        ("flows", OWN, True),
        ("flows", FAR, False),
        ("sources", "source_id not in @read", False),
        ("tiers", "iso3 == 'PER' and edition == 2011", True),
        ("tiers", NEAR, True),  # the region's places
        ("tiers", "iso3 == 'FRA' and edition == 2011", False),
        ("unodc", "iso3 == 'PER' and sex == 'Total'", True),
        ("unodc", "iso3 == 'FRA'", False),
        ("population", "iso3 == 'PER' and year == 2017", True),
        ("countries", "iso3 == 'FRA'", True),  # pages may not name it
    ],
)
@pytest.mark.parametrize("how", ["changed", "added", "dropped"])
def test_the_digest_changes_with_rows_that_were_read_and_with_no_others(
    peru, change, name, rows, changes, how
):
    before, frame = reads.digest(peru), load.whole(name)
    region = load.whole("countries").query("region == 'Western Hemisphere'")
    known = {"americas": set(region["iso3"]), "read": {each.what for each in peru}}
    found = frame.query(rows, local_dict=known)
    assert len(found), "the test has rows to change"
    if how == "dropped":
        after = frame.drop(found.index[:1])
    elif how == "added":
        after = pd.concat([frame, found.iloc[[0]]], ignore_index=True)
    else:
        after = frame.copy()
        column = {"countries": "name", "sources": "title"}.get(name, "source_id")
        after.loc[found.index[0], column] = "another"
    change(name, after)
    assert (reads.digest(peru) != before) == changes


def test_a_cached_answer_is_noted_again(change):
    @reads.remembered
    def names():
        return load.values("countries", "name")

    noted = []
    for _ in range(2):
        with reads.noting() as outer, reads.noting() as inner:
            names()
        noted += [set(outer), set(inner)]
    assert noted == [{("countries", "values", "name")}] * 4


def test_notes_come_from_another_process_as_they_were_made(tmp_path, monkeypatch):
    monkeypatch.setenv(reads.FILE, str(tmp_path / "reads"))
    with reads.noting() as here:
        tipdata.tiers("Peru", edition=[2018, 2017], tier=None)
        tipdata.open_brief("Peru", edition=2018).own("figures")
        tipdata.describe("laws")
    assert reads.noted_in(tmp_path / "reads") == here
    assert reads.Read("tiers", "where", (("edition", (2017, 2018)), ("iso3", ("PER",)))) in here
    assert reads.Read("laws", "where", ()) in here
    assert reads.from_json(json.loads(json.dumps(reads.to_json(here)))) <= here
    assert reads.noted_in(tmp_path / "none") is None


def test_reading_a_document_counts_as_all(tmp_path):
    path = tmp_path / "told.txt"
    path.write_text("The Government of Peru convicted nine traffickers in 2017.")
    with reads.noting() as found:
        tipdata.read_narrative(path, country="PER", edition=2018)
    assert reads.EVERYTHING in found


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("1 + 1", True),
        ("tipdata.figures(iso3)", True),
        ("sorted(brief.own('figures')['indicator'])", True),
        ("from tipdata import tiers\ntiers(iso3)", True),
        ("import pandas as pd", False),
        ("from pathlib import Path", False),
        ("from tipdata.tables.load import read", False),
        ("import tipdata as t", False),
        ("tipdata.resources.data_file('figures.csv')", False),
        ("tipdata.read_narrative('a.txt')", False),
        ("open('data/figures.csv')", False),
        ("brief.rows.__class__", False),
        ("sections.pd.read_csv('data/figures.csv')", False),
        ("__import__('pandas')", False),
        ("exec('import pandas')", False),
        ("get_ipython().system('cat data/figures.csv')", False),
        ("!cat data/figures.csv", False),
        ("%run other.ipynb", False),
    ],
)
def test_a_notebook_is_seen_through_where_it_reads_by_tipdata_alone(tmp_path, cell, seen):
    assert seen_through(notebooks.write(tmp_path / "own.ipynb", cell)) == seen


@pytest.mark.parametrize("name", RUNS)
def test_the_packaged_notebooks_are_seen_through(name):
    assert seen_through(resources.notebook(name))
