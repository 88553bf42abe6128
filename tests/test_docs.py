"""The documentation builds without a network, and what it says can be done can be done."""

import re
import shlex
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import tipdata
from tipdata import cli, workshop
from tipdata.tables.declaration import tables

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *DOCS.glob("guides/*.md")])
WITH_README = [ROOT / "README.md", *PAGES]
_EXTERNAL = re.compile(r"(?:https?:)?//")


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def commands(page: Path) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", text(page), flags=re.MULTILINE | re.DOTALL)
    lines = [line.partition("#")[0] for block in blocks for line in block.splitlines()]
    found = [re.search(r"\btipdata (.+?)\s*(?:&&|\|\||$)", line) for line in lines]
    return [each[1] for each in found if each]


@pytest.mark.parametrize("page", [each for each in WITH_README if commands(each)], ids=str)
def test_commands_are_understood(page):
    for command in commands(page):
        cli._parser().parse_args(shlex.split(command))


def test_a_command_that_is_not_understood_is_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```sh\nuv run tipdata breif Peru 2018\n```\n", encoding="utf-8")
    assert commands(page) == ["breif Peru 2018"]
    with pytest.raises(SystemExit):
        cli._parser().parse_args(shlex.split(commands(page)[0]))


def test_every_public_function_is_on_the_page_of_functions():
    listed = re.findall(r"autofunction:: tipdata\.([\w.]+)", text(DOCS / "functions.md"))
    public = {each for each in tipdata.__all__ if each != "__version__"}
    assert sorted(listed) == sorted(public | {f"workshop.{each}" for each in workshop.__all__})


def sentences(page: Path) -> set[str]:
    """The sentences of a page's prose that are long enough to be a repetition."""
    prose = re.sub(r"```.*?```", "", text(page), flags=re.DOTALL)
    joined = re.sub(r"\s+", " ", re.sub(r"[*`|#>-]", " ", prose))
    parts = re.split(r"(?<=[.:;])\s", joined)
    return {part.strip().casefold() for part in parts if len(part.split()) >= 8}


def test_no_page_repeats_another():
    held = {page.name: sentences(page) for page in WITH_README}
    twice = {
        (one, other): held[one] & held[other]
        for one, other in combinations(held, 2)
        if held[one] & held[other]
    }
    assert twice == {}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Folder of the built pages; a warning, such as a link to nowhere, fails the build."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-d", str(folder / "d")]
    done = subprocess.run(
        [*command, str(DOCS), str(folder / "html")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


def soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")


@pytest.mark.slow
def test_pages_request_nothing_from_elsewhere(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) >= len(PAGES)
    for page in pages:
        for element in soup(page).select("script[src], img[src], link[href]"):
            address = element.get("src") or element.get("href")
            assert not _EXTERNAL.match(address), (page.name, address)
    for style in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//|@import", text(style)), style.name


@pytest.mark.slow
def test_links_between_pages_lead_somewhere(site):
    ids = {
        page: {each["id"] for each in soup(page).select("[id]")} for page in site.rglob("*.html")
    }
    for page in ids:
        for link in soup(page).select("main a[href], article a[href]"):
            address, _, anchor = link["href"].partition("#")
            if _EXTERNAL.match(address):
                continue
            target = (page.parent / address).resolve() if address else page
            assert target.exists(), (page.name, link["href"])
            assert not anchor or anchor in ids[target], (page.name, link["href"])


@pytest.mark.slow
def test_the_codebook_holds_every_column_and_code(site):
    page = soup(site / "codebook.html")
    for name, table in tables().items():
        section = page.find("section", id=f"table-{name.replace('_', '-')}")
        shown = {each.get_text() for each in section.select("code")}
        wanted = {code for column in table.columns for code in column.categories}
        assert set(table.column_names) | wanted <= shown, name


@pytest.mark.slow
def test_columns_of_a_table_stand_in_the_codebook_only(site):
    page = soup(site / "functions.html")
    assert page.find(id="tipdata.figures")
    assert "period_basis" not in page.get_text()
    assert soup(site / "codebook.html").find(string=re.compile("period_basis"))
