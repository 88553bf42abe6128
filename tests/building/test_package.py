"""The layout of datapackage.json and of a CSV file."""

import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipdata.building.package import csv_text, json_text
from tipdata.tables.declaration import from_package

CASES = [
    ({}, "{}\n"),
    ({"a": 1, "b": [1, 2]}, '{"a": 1, "b": [1, 2]}\n'),
    ({"a": "x" * 90}, '{"a": "' + "x" * 90 + '"}\n'),
    ({"a": "x" * 100}, '{\n  "a": "' + "x" * 100 + '"\n}\n'),
    (
        {"a": ["x" * 50, "y" * 50], "b": "\u00e9"},
        '{\n  "a": [\n    "' + "x" * 50 + '",\n    "' + "y" * 50 + '"\n  ],\n  "b": "\u00e9"\n}\n',
    ),
]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=60),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=9), inner, max_size=5)
    ),
    max_leaves=20,
)


@pytest.mark.parametrize(("value", "text"), CASES)
def test_what_fits_into_100_columns_is_one_line(value, text):
    assert json_text(value) == text


@given(json_values)
def test_the_layout_changes_nothing_and_is_settled(value):
    text = json_text(value)
    assert json.loads(text) == value
    assert json_text(json.loads(text)) == text


def test_a_table_is_written_sorted_by_its_declared_order():
    fields = [
        {"name": "code", "type": "string", "description": ""},
        {
            "name": "size",
            "type": "string",
            "description": "",
            "categories": [{"value": "S", "label": "small"}, {"value": "L", "label": "large"}],
        },
        {"name": "start", "type": "integer", "description": ""},
        {"name": "share", "type": "number", "description": ""},
        {"name": "done", "type": "boolean", "description": ""},
    ]
    resource = {
        "name": "things",
        "title": "",
        "description": "",
        "missing": "",
        "origin": "",
        "schema": {"fields": fields, "primaryKey": ["code", "size"]},
    }
    frame = pd.DataFrame(
        {
            "code": pd.array(["B", "A", "A"], dtype="string"),
            "size": pd.Categorical(["S", "L", "S"], ["S", "L"]),
            "start": pd.array([1, 10, 9], dtype="Int64"),
            "share": pd.array([0.1 + 0.2, 1e6, None], dtype="Float64"),
            "done": pd.array([True, None, False], dtype="boolean"),
        }
    )
    by_key = csv_text(frame, declared=from_package({"resources": [resource]})["things"])
    assert by_key == ("code,size,start,share,done\nA,S,9,,false\nA,L,10,1000000,\nB,S,1,0.3,true\n")
    resource["order"] = ["start"]
    by_start = csv_text(frame, declared=from_package({"resources": [resource]})["things"])
    assert [line[:1] for line in by_start.splitlines()[1:]] == ["B", "A", "A"]
