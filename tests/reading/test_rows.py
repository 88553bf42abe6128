import pandas as pd
import pytest

from tipdata.errors import TableError
from tipdata.reading.rows import frame
from tipdata.tables.load import empty, whole

ROW = {
    "iso3": "KEN",
    "edition": 2019,
    "aspect": "overall",
    "tier": "2W",
    "meets_standards": "false",
    "significant_efforts": True,
    "adjective": "",
    "source_id": "a",
    "start": "12",
    "end": 15,
    "method": "extracted",
}


def test_rows_have_the_types_of_the_packaged_table():
    made = frame("assessments", [ROW])
    assert list(made.dtypes) == list(whole("assessments").dtypes)
    assert made.loc[0, "start"] == 12
    assert not made.loc[0, "meets_standards"]
    assert made.loc[0, "significant_efforts"]
    assert made[["adjective", "trend", "paragraph"]].isna().all(axis=None)


@pytest.mark.parametrize("name", ["figures", "not_reported", "assessments", "profile", "flows"])
def test_no_rows_give_the_empty_table(name):
    pd.testing.assert_frame_equal(frame(name, []), empty(name))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"tier": "4"}, "tier: '4' is no declared code"),
        ({"start": "x"}, "start: invalid"),
        ({"colour": "red"}, "no column colour"),
    ],
)
def test_what_a_table_cannot_hold_is_an_error(change, message):
    with pytest.raises(TableError, match=message):
        frame("assessments", [ROW | change])
