"""What every test and doctest finds."""

import pytest

import tipdata


@pytest.fixture(autouse=True)
def _tipdata_for_doctests(doctest_namespace):
    """Examples in docstrings need no import."""
    doctest_namespace["tipdata"] = tipdata
