import pytest

from tipdata.running.brief import BriefFiles, brief


@pytest.fixture(scope="session")
def peru(tmp_path_factory) -> BriefFiles:
    """The packaged brief of Peru 2018, made once."""
    formats = ("html", "ipynb", "csv")
    return brief("Peru", 2018, out=tmp_path_factory.mktemp("peru"), formats=formats)
