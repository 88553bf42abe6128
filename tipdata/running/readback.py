"""Reading a finished page back: it is the brief that was asked for, and nothing else.

The page is taken as a stranger would find it, as HTML, and every claim in it is held against tables
that are looked up anew: identity, promised sections, every marked number, every row that must be
there, digits and country names without a mark, charts, code and errors. What fails is collected and
told at once.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from tipdata.briefing import cells, words
from tipdata.briefing.charts.figure import digest, said_by
from tipdata.briefing.comparison import Comparison
from tipdata.briefing.content import Brief
from tipdata.briefing.derived import DERIVED
from tipdata.briefing.glossary import terms
from tipdata.briefing.page import reference, value_of
from tipdata.briefing.region import Region
from tipdata.briefing.subject import Subject
from tipdata.errors import BriefError, TipdataError
from tipdata.running import behind
from tipdata.running.parameters import parse
from tipdata.running.subject import subject
from tipdata.tables.declaration import data_stamp, table
from tipdata.tables.reads import remembered

_SHOWN = 5
# Tables of which a page that has the section must show every row of its country and edition.
_COMPLETE = {
    "pillar-prosecution": ("figures", "prosecution"),
    "pillar-protection": ("figures", "protection"),
    "pillar-prevention": ("figures", "prevention"),
    "pillar-other": ("figures", "other"),
    "pillar-profile": ("figures", "profile"),
    "not-reported": ("not_reported", None),
    "profile": ("profile", None),
    "flows": ("flows", None),
}
_CODE = re.compile(r"\bdef \w+\(|^\s*import \w+|Traceback \(most recent call last\)", re.MULTILINE)


def read_back(page: str, *, notebook: Path, parameters: Mapping[str, object]) -> None:
    """Raise one BriefError that names what is wrong with a finished page, if anything is.

    Parameters
    ----------
    page
        The page as HTML.
    notebook
        The executed notebook that it was made from.
    parameters
        The parameters that were asked for; iso3 or region, and edition, decide whose it must be.
    """
    found = problems(page, notebook=notebook, parameters=parameters)
    if found:
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise BriefError(
            f"the page of {subject(parameters).name} did not stand up to "
            f"being read back: {'; '.join(found[:_SHOWN])}{more}"
        )


def problems(page: str, *, notebook: Path, parameters: Mapping[str, object]) -> list[str]:
    """Return everything that is wrong with a finished page, one line each."""
    import nbformat
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "lxml")
    run = nbformat.read(notebook, as_version=4)
    brief = subject(parameters)
    checks: list[Callable[[], Iterator[str]]] = [
        lambda: _notebook(run, parameters),
        lambda: _identity(soup, brief),
        lambda: _sections(soup, run),
        lambda: _marks(soup, brief),
        lambda: _labels(soup),
        lambda: _derived(soup, brief),
        lambda: _absences(soup, brief),
        lambda: _complete(soup, brief),
        lambda: _charts(soup),
        lambda: _terms(soup),
        lambda: _links(soup),
        lambda: _rows(page, brief),
        lambda: _unmarked(soup, brief),
        lambda: _clean(soup),
    ]
    return [line for check in checks for line in check()]


def _notebook(run: Any, parameters: Mapping[str, object]) -> Iterator[str]:
    """Find what did not run, warned, failed, or ran with other parameters than asked for."""
    injected = [
        cell for cell in run.cells if "injected-parameters" in cell.metadata.get("tags", [])
    ]
    if len(injected) != 1:
        yield f"the notebook has {len(injected)} cells of injected parameters"
    else:
        values = {each.name: each.default for each in parse(injected[0].source, "the notebook")}
        for name, value in parameters.items():
            if values.get(name) != value:
                yield f"parameter {name} ran as {values.get(name)!r}, asked for was {value!r}"
    for number, cell in enumerate(run.cells):
        if cell.cell_type != "code":
            continue
        if cell.source.strip() and cell.execution_count is None:
            yield f"cell {number} was not run"
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"cell {number} holds the error {output.ename}: {output.evalue}"
            elif output.output_type == "stream" and output.name == "stderr":
                yield f"cell {number} warned: {output.text.strip().splitlines()[-1][:120]}"


def _identity(soup: Any, brief: Subject) -> Iterator[str]:
    title = soup.title.get_text() if soup.title else ""
    if title != f"{brief.name}, {brief.span}: {brief.kind}":
        yield f"the title is {title!r}"
    heads = [each for each in _having(soup, "data-section") if each["data-section"] == "masthead"]
    if len(heads) != 1:
        yield f"the page has {len(heads)} mastheads"
    for head in heads:
        whose = (head["data-subject"], head["data-stamp"])
        if whose != (brief.key, data_stamp()):
            yield f"the masthead is of {' '.join(whose)}"
        shown = " ".join(head.h1.get_text(" ").split()) if head.h1 else ""
        if shown != f"{brief.name} {brief.span}":
            yield f"the heading is {shown!r}"


def _sections(soup: Any, run: Any) -> Iterator[str]:
    promised = run.metadata.get("tipdata", {}).get("sections", ["masthead", "method"])
    shown = [each["data-section"] for each in _having(soup, "data-section")]
    for name in promised:
        if shown.count(name) != 1:
            yield f"section {name!r} stands {shown.count(name)} times on the page"


def _text(element: Any) -> str:
    return element.get_text()


def _having(element: Any, attribute: str) -> list[Any]:
    """Return what stands inside an element and has an attribute, in the order of the page.

    A walk, as a page has thousands of elements, and a selector asks each of them much more.
    """
    return [each for each in _elements(element) if attribute in each.attrs]


def _elements(element: Any) -> Iterator[Any]:
    return (each for each in element.descendants if each.name)


def _marks(soup: Any, brief: Subject) -> Iterator[str]:
    """Find marked cells that read otherwise than their row, or whose row is not of the brief."""
    for mark in _having(soup, "data-row"):
        name, column = mark["data-row"].partition("/")[0], mark["data-column"]
        try:
            row = brief.rows.get(mark["data-row"])
            right = cells.cell(brief.rows, name, column, row)
        except TipdataError as error:
            yield f"{mark['data-row']}: {error}"
            continue
        if _text(mark) != right:
            yield f"{mark['data-row']} {column} reads {_text(mark)!r}, the table says {right!r}"
        elif column in _VALUED.get(name, ()) and not _says(_text(mark), row):
            yield f"{mark['data-row']} reads {_text(mark)!r}, its value is {row['value']}"
        elif mark.has_attr("value") and mark["value"] != str(value_of(row, column)):
            yield f"{mark['data-row']} carries {mark['value']!r}, not {value_of(row, column)}"
        yield from _scope(mark, row, brief)


def _labels(soup: Any) -> Iterator[str]:
    for mark in _having(soup, "data-code"):
        name, _, column = mark["data-code"].partition(".")
        right = table(name).column(column).categories.get(mark["value"])
        if _text(mark) != right:
            yield f"{mark['data-code']} {mark['value']} reads {_text(mark)!r}, it is {right!r}"


# Cells in which a stranger would read the value of their row.
_VALUED = {"figures": ("quantity", "told", "earlier"), "unodc": ("count", "told")}
_AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?: (thousand|million|billion|trillion))?")
_SIZES = {"": 1, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def _says(text: str, row: Any) -> bool:
    """Return whether the first amount in `text` is the row's, read by other code than wrote it."""
    value = row["value_min"] if pd.isna(row["value"]) else row["value"]
    found = _AMOUNT.search(text)
    if not found:
        return value == 0 and re.search(r"\b(no|none)\b", text) is not None
    amount = float(found[1].replace(",", "")) * _SIZES[found[2] or ""]
    return abs(amount - float(value)) < 0.0051  # numbers are written whole or to two decimals


def _scope(mark: Any, row: Any, brief: Subject) -> Iterator[str]:
    if "iso3" in row and row["iso3"] not in {*brief.places, _about(mark)}:
        yield f"{mark['data-row']} is of another country"
    if "edition" in row and int(row["edition"]) not in brief.editions:
        inside = mark.find_parent(attrs={"data-chart": "tier-history"})
        moved = mark.find_parent(class_="movement")
        if inside is None and moved is None:
            yield f"{mark['data-row']} is of another edition"


def _about(mark: Any) -> str | None:
    """Return of which other country or region the text around a mark says that it speaks."""
    around = mark.find_parent(attrs={"data-about": True})
    return None if around is None else around["data-about"]


def _derived(soup: Any, brief: Subject) -> Iterator[str]:
    for mark in _having(soup, "data-derived"):
        name = mark["data-derived"]
        arguments = [each.replace("+", " ") for each in mark["data-of"].split(" ")]
        try:
            right = words.FORMS[mark["data-form"]](DERIVED[name](brief.rows, *arguments))
        except (TipdataError, KeyError, TypeError) as error:
            yield f"{name} of {mark['data-of']}: {error}"
            continue
        if _text(mark) != right:
            yield f"{name} of {mark['data-of']} reads {_text(mark)!r}, it is {right!r}"
        for argument in arguments:
            if "/" in argument and not _belongs(brief.rows.get(argument), _about(mark), brief):
                yield f"{name} of {argument} is of another country"
        yield from _counted(mark, name, arguments, brief)


def _belongs(row: Any, about: str | None, brief: Subject) -> bool:
    """Return whether a row is of a place of the page, or of the place spoken about."""
    region = brief.rows.get(f"countries/{row['iso3']}")["region"]
    return row["iso3"] in {*brief.places, about} or region == about


def _counted(mark: Any, name: str, arguments: list[str], brief: Subject) -> Iterator[str]:
    """Find counts of rows of another country, region or edition."""
    if name == "count":
        _, place, edition = arguments
        right = place in {*brief.places, _about(mark)}
    elif name in ("placed", "moved"):
        place, edition, _ = arguments
        right = place == brief.region
    else:
        return
    charted = mark.find_parent(attrs={"data-chart": "tiers-by-edition"}) is not None
    if not right or (edition != str(brief.edition) and not charted):
        yield f"{name} of {' '.join(arguments)} is of another place or edition"


def _absences(soup: Any, brief: Subject) -> Iterator[str]:
    for mark in _having(soup, "data-absence"):
        place = _about(mark) or getattr(brief, "iso3", "")
        try:
            right = Brief(place, brief.edition, brief.rows).reading(mark["data-of"] or None)
        except TipdataError as error:
            yield str(error)
            continue
        if mark["data-absence"] != right:
            part = mark["data-of"] or "the narrative"
            yield f"the page calls {part} {mark['data-absence']!r}, it is {right!r}"
    for mark in _having(soup, "data-none"):
        where = dict(each.split("=", 1) for each in mark["data-where"].split())
        if len(brief.rows.of(mark["data-none"], iso3=brief.places, **where)):
            yield f"the page says that {mark['data-none']} holds nothing, it does"


def _complete(soup: Any, brief: Subject) -> Iterator[str]:
    """Find rows of the country and edition that their section does not show."""
    if isinstance(brief, Region):
        yield from _placed(soup, brief)
    elif isinstance(brief, Comparison):
        yield from _vintages(soup, brief)
    elif isinstance(brief, Brief):
        yield from _sectioned(soup, brief)


def _sectioned(soup: Any, brief: Brief) -> Iterator[str]:
    for section in soup.select("[data-section=peers]"):
        region = Region(brief.region, brief.edition, brief.rows)
        yield from _on_map(section, "tier-map", "tiers", region.own("tiers"), brief)
    for section in _having(soup, "data-section"):
        if section["data-section"] not in _COMPLETE:
            continue
        name, pillar = _COMPLETE[section["data-section"]]
        rows = brief.figures(pillar) if pillar else brief.own(name)
        shown = {
            each["data-row"]
            for each in _having(section, "data-row")
            if each.find_parent(attrs={"data-chart": True}) is None
        }
        for _, row in rows.iterrows():
            if reference(name, row) not in shown:
                yield f"{reference(name, row)} is missing from section {section['data-section']!r}"
        for _, row in (brief.explanations(pillar) if pillar else rows[:0]).iterrows():
            if reference("explanations", row) not in shown:
                yield f"{reference('explanations', row)} is missing from its section"
        if name == "flows":
            yield from _on_map(section, "flow-map", name, rows, brief)
        if len(rows) and _having(section, "data-absence"):
            yield f"section {section['data-section']!r} says that there is nothing, there is"


def _on_map(
    section: Any, chart: str, name: str, rows: pd.DataFrame, brief: Subject
) -> Iterator[str]:
    """Find rows that a map does not show, or does not name below where they have no shape."""
    shapes = set(brief.rows.table("shapes")["place"])
    ends = rows[list(_MAPS[chart])]
    owed = {
        reference(name, row): "shows" if {*ends.loc[at]} <= shapes else "names below itself"
        for at, row in rows.iterrows()
    }
    maps = [each for each in _having(section, "data-chart") if each["data-chart"] == chart]
    if "shows" in owed.values() and len(maps) != 1:
        yield f"the page has {len(maps)} maps {chart!r}"
    for drawn in maps:
        marks = [mark for each in drawn.find_all("td") for mark in _having(each, "data-row")]
        found = {each["data-row"]: "shows" for each in marks}
        for each in _having(drawn, "data-undrawn"):
            found |= dict.fromkeys(each["data-undrawn"].split(" "), "names below itself")
        for row in sorted(owed.keys() | found.keys()):
            if owed.get(row) != found.get(row):
                yield f"map {chart!r} {found.get(row, 'leaves out')} {row}"


def _placed(soup: Any, region: Region) -> Iterator[str]:
    """Find places of a region that its page does not show with their placement."""
    shown = {each["data-row"] for each in soup.select("[data-section=placements] [data-row]")}
    for section in soup.select("[data-section=placements]"):
        yield from _on_map(section, "tier-map", "tiers", region.own("tiers"), region)
    for iso3 in sorted(region.places):
        if f"tiers/{iso3}|{region.edition}" not in shown:
            yield f"the placement of {iso3} is missing from section 'placements'"
    silent = {each["data-row"] for each in soup.select("[data-section=silent] [data-row]")}
    for _, row in region.own("not_reported").iterrows():
        if reference("not_reported", row) not in silent:
            yield f"{reference('not_reported', row)} is missing from section 'silent'"


def _vintages(soup: Any, content: Comparison) -> Iterator[str]:
    """Find placements and numbers without a breakdown that a comparison does not show."""
    shown = {each["data-row"] for each in soup.select("td [data-row], th [data-row]")}
    owed = [
        f"tiers/{code}|{edition}" for code in content.codes for edition in sorted(content.editions)
    ]
    for code in content.codes:
        for indicator in content.indicators:
            owed += [f"figures/{each}" for each in content.figures(code, indicator)["figure_id"]]
    for each in owed:
        if each not in shown:
            yield f"{each} is missing from the comparison"


# Charts that write every number of their table beside what is drawn.
_WRITTEN = {"cascade", "victims", "money"}


def _charts(soup: Any) -> Iterator[str]:
    for chart in _having(soup, "data-chart"):
        marks = [
            mark for each in _last_cells(chart) for mark in each.find_all("data", recursive=False)
        ]
        drawn = chart.svg["data-digest"] if chart.svg else None
        if not (drawn == chart["data-digest"] == digest([said_by(each) for each in marks])):
            yield f"chart {chart['data-chart']!r} does not show the numbers in its table"
        if chart.svg and chart["data-chart"] in _WRITTEN:
            drawn = " ".join(_text(each) for each in chart.svg.find_all("text"))
            for mark in marks:
                if _text(mark) not in drawn:
                    yield f"chart {chart['data-chart']!r} does not write {_text(mark)!r}"
        if not (chart.svg and chart.svg.find("title") and chart.svg.find("desc")):
            yield f"chart {chart['data-chart']!r} has no title or no description"
        if chart.svg and chart["data-chart"] in _MAPS:
            yield from _mapped(chart)


def _last_cells(chart: Any) -> list[Any]:
    """Return the last cell of each row of a chart's table."""
    return [each.find_all("td")[-1] for each in chart.find_all("tr") if each.find("td")]


# Maps, and the places of a row that must have a shape for the row to be drawn. A map tells of each
# shape and line which rows it draws and what it says of them.
_MAPS = {"tier-map": ("iso3",), "flow-map": ("origin", "destination")}


def _mapped(chart: Any) -> Iterator[str]:
    """Find rows of a map's table that it does not draw, or draws as something else."""
    owed = {
        (marks[0]["data-row"], ">".join(each["value"] for each in marks))
        for cell in _last_cells(chart)
        if (marks := _having(cell, "data-row"))
    }
    drawn = {
        (row, said)
        for shape in _having(chart.svg, "data-drawn")
        for row, _, said in (each.rpartition("=") for each in shape["data-drawn"].split(" "))
    }
    for row, said in sorted(owed ^ drawn):
        yield f"map {chart['data-chart']!r} and its table differ on {row}, {said}"


def _terms(soup: Any) -> Iterator[str]:
    """Find terms that read otherwise than their table says, in the list or on hover."""
    listed = {each["id"]: _text(each.dd) for each in _having(soup, "data-term")}
    for link in (each for each in soup.find_all("a") if "term" in each.get("class", ())):
        if link["title"] != listed.get(link["href"][1:]):
            yield f"{_text(link)!r} is told otherwise on hover than in the glossary"
    for mark in _having(soup, "data-term"):
        term = terms().get(mark["data-term"])
        if term is not None and (_text(mark.dt), _text(mark.dd)) != (term.term, term.meaning):
            yield f"the term {mark['data-term']!r} is not told as in the glossary"
        if term is None and not _having(mark, "data-row"):
            yield f"the glossary has no term {mark['data-term']!r}"


def _links(soup: Any) -> Iterator[str]:
    """Find links to places that the page does not have, and places that it has twice."""
    places = [each["id"] for each in _having(soup, "id")]
    for place in sorted({each for each in places if places.count(each) > 1}):
        yield f"two elements have the id {place!r}"
    leading = [each.get("href", "") for each in soup.find_all("a")]
    for target in sorted({each[1:] for each in leading if each.startswith("#")}):
        if target not in places:
            yield f"a link leads to {target!r}, which is not on the page"


def _rows(page: str, brief: Subject) -> Iterator[str]:
    """Find rows that the page offers to save but does not show, and the other way round."""
    offered = behind.offered(page)
    if offered is not None and offered != behind.archive(page, brief.rows):
        yield "the rows that the page offers to save are not those behind it"


# Elements whose text some other check holds against the tables, or that show none.
_MARKS = {"data-row", "data-derived", "data-code", "data-version", "data-term", "data-unchecked"}
_SILENT = {"svg", "style", "title"}


def _unmarked(soup: Any, brief: Subject) -> Iterator[str]:
    """Find numbers other than the edition, and other countries, in text without a mark."""
    allowed = {str(each) for year in brief.editions for each in (year, year - 1)}
    for text, inside in _loose(soup, frozenset()):
        place = " ".join(text.split())[:60]
        if "data-chart" not in inside:
            for number in re.findall(r"\d[\d,.]*\d|\d", text):
                if number not in allowed:
                    yield (
                        f"{number!r} in {place!r} comes from no row "
                        '(tag the cell "unchecked" if it is your own)'
                    )
        if "data-about" not in inside:
            for name, code in _countries_in(text):
                if code not in brief.places:
                    yield f"{name!r} in {place!r} is another country"


def _loose(element: Any, inside: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each text without a mark, with the names of the attributes of what it stands in."""
    from bs4 import Tag
    from bs4.element import PreformattedString

    for child in element.children:
        if isinstance(child, Tag):
            if child.name not in _SILENT and _MARKS.isdisjoint(child.attrs):
                yield from _loose(child, inside | child.attrs.keys())
        elif not isinstance(child, PreformattedString):
            yield str(child), inside


@remembered
def _country_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    from tipdata.tables.load import whole

    countries = whole("countries")
    codes = dict(zip(countries["name"], countries["iso3"], strict=True))
    longest_first = sorted(codes, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), codes


def _countries_in(text: str) -> list[tuple[str, str]]:
    pattern, codes = _country_pattern()
    return [(found, codes[found]) for found in pattern.findall(text)]


# Elements that a page without scripts and requests has no use for.
_FOREIGN = {"script", "iframe", "object", "embed", "link"}
_POINTING = {"img": "src", "a": "href", "use": "href"}


def _clean(soup: Any) -> Iterator[str]:
    for element in _elements(soup):
        if element.name in _FOREIGN or any(each.startswith("on") for each in element.attrs):
            yield f"the page holds a {element.name!r} element or a handler"
        address = element.get(_POINTING.get(element.name, ""))
        if address is None:
            continue
        if not address.startswith(("#", "data:", "https://", "http://")):
            yield f"the page points to {address[:60]!r}"
        if element.name == "img" and not address.startswith("data:"):
            yield f"the page requests {address[:60]!r}"
        if element.name == "img" and not element.get("alt"):
            yield "an image has no text for those who cannot see it"
    for style in soup.find_all("style"):
        if re.search(r"@import|url\((?!#|data:)", style.get_text()):
            yield "a style sheet of the page requests something"
    code = _CODE.search(soup.get_text("\n"))
    if code:
        yield f"the page holds code or an error: {code[0].strip()!r}"
