"""Checking collects every problem; reading refuses what is not of the declared type."""

import pandas as pd
import pytest

from tipdata.errors import TableError
from tipdata.tables.check import broken_references, check, problems
from tipdata.tables.declaration import from_package
from tipdata.tables.load import read, typed


def field(name, kind="string", **more):
    return {"name": name, "type": kind, "description": name, **more}


def declared(*fields, key=("code",), references=()):
    return from_package(
        {
            "resources": [
                {
                    "name": "things",
                    "title": "Things",
                    "description": "One row is a thing.",
                    "missing": "Nothing.",
                    "origin": "Made up",
                    "schema": {
                        "fields": list(fields),
                        "primaryKey": list(key),
                        "foreignKeys": list(references),
                    },
                }
            ]
        }
    )["things"]


THINGS = declared(
    field("code", constraints={"required": True, "unique": True, "pattern": "[A-Z]{3}"}),
    field("year", "integer", constraints={"minimum": 2001, "maximum": 2025}),
    field("value", "number", constraints={"minimum": 0}),
    field("value_max", "number"),
    field("size", categories=[{"value": "S", "label": "small"}, {"value": "L", "label": "large"}]),
    field("done", "boolean"),
    field("day", "date"),
)


def things(**columns):
    rows = max(len(values) for values in columns.values())
    text = {name: columns.get(name, [pd.NA] * rows) for name in THINGS.column_names}
    return typed(pd.DataFrame(text, dtype="string"), declared=THINGS)


def test_a_sound_table_has_no_problems():
    frame = things(
        code=["AAA", "BBB"], year=["2001", "2025"], value=["1", "0"], done=["true", "false"]
    )
    assert problems(frame, declared=THINGS) == []
    check(frame, declared=THINGS)


def test_all_problems_are_collected():
    frame = things(
        code=["AAA", "AAA", "bb", pd.NA],
        year=["2000", "2026", "2001", "2001"],
        value=["-1", "5", "1", "1"],
        value_max=["1", "4", "2", "2"],
    )
    found = "\n".join(problems(frame, declared=THINGS))
    for part in (
        "code is empty in row 4",
        "code 'AAA' occurs twice",
        "code 'bb' is not [A-Z]{3} in row 3",
        "year 2000 is below 2001 in row 1",
        "year 2026 is above 2025 in row 2",
        "value -1.0 is below 0 in row 1",
        "row 1, 2 share the key (code)",
        "value is above value_max in row 2",
    ):
        assert part in found
    with pytest.raises(TableError, match=r"8 problems in things: .*; and 3 more"):
        check(frame, declared=THINGS)


def test_a_withheld_count_has_no_value():
    table = declared(
        field("code"), field("value", "integer"), field("suppressed", "boolean"), key=("code",)
    )
    raw = pd.DataFrame({"code": ["A", "B"], "value": ["3", pd.NA], "suppressed": ["true", "true"]})
    found = problems(typed(raw.astype("string"), declared=table), declared=table)
    assert found == ["value is given although suppressed in row 1"]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("year", "2018.5"),
        ("year", "two"),
        ("value", "n/a"),
        ("size", "M"),
        ("done", "True"),
        ("done", "1"),
        ("day", "01/02/2018"),
        ("day", "2018-02-30"),
    ],
)
def test_a_cell_of_another_type_is_refused_with_its_place(column, cell):
    with pytest.raises(TableError) as caught:
        things(code=["AAA", "BBB"], **{column: [pd.NA, cell]})
    assert column in str(caught.value)
    assert f"{cell!r} in row 2" in str(caught.value)


def test_all_columns_of_another_type_are_named_at_once():
    with pytest.raises(TableError, match=r"column 'year'.*column 'done'"):
        things(code=["AAA"], year=["x"], done=["x"])


def test_other_columns_than_declared_are_refused():
    with pytest.raises(TableError, match="columns are code; declared are code, year"):
        typed(pd.DataFrame({"code": ["AAA"]}, dtype="string"), declared=THINGS)


def test_only_an_empty_cell_is_missing(tmp_path):
    table = declared(field("code"), field("name"))
    path = tmp_path / "things.csv"
    path.write_text("code,name\nNA,Namibia\nNO,null\nXX,\n", encoding="utf-8")
    frame = read(path, declared=table)
    assert frame["code"].tolist() == ["NA", "NO", "XX"]
    assert frame["name"].isna().tolist() == [False, False, True]


def test_a_reference_that_leads_nowhere_is_named():
    reference = {"fields": ["code"], "reference": {"resource": "codes", "fields": ["code"]}}
    table = declared(field("code"), references=[reference])
    frames = {
        "things": pd.DataFrame({"code": ["A", pd.NA, "C"]}, dtype="string"),
        "codes": pd.DataFrame({"code": ["A", "B"]}, dtype="string"),
    }
    found = broken_references(frames, declared=table)
    assert found == ["things.code 'C' (row 3) is not in codes.code"]
