"""The reading may only get better: no score of a gold part falls below its committed floor.

The floors stand in ``tests/gold/floors.csv``. Raise them when the reading improves; the part
``untouched`` is there to be measured, not to be read.
"""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from tipdata.reading.evaluation import LEVELS, OTHER_TABLES, evaluate

GOLD = Path(__file__).parent.parent / "gold"
FLOORS = pd.read_csv(GOLD / "floors.csv")
PARTS = ("tune", "untouched")

scores = cache(lambda part: evaluate(GOLD / part))


@pytest.mark.parametrize(
    ("part", "level", "floor"), list(FLOORS.itertuples(index=False, name=None))
)
def test_no_score_falls_below_its_floor(part, level, floor):
    assert scores(part).f1(level) >= floor


def test_every_level_of_both_parts_has_a_floor():
    wanted = {(part, level) for part in PARTS for level in [*LEVELS, *OTHER_TABLES]}
    assert set(zip(FLOORS["part"], FLOORS["level"], strict=True)) == wanted
