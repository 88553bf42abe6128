"""A brief in a browser: quiet, reachable for everybody, whole at any width and on paper."""

import io
from pathlib import Path

import pypdf
import pytest

from tests.browser.pages import page
from tipdata.running.subject import subject

# A narrative read, none read, a special case, an edition before the country was covered; a region
# and a comparison.
PAGES = {
    "PER": {"iso3": "PER", "edition": 2018},
    "DEU": {"iso3": "DEU", "edition": 2018},
    "SOM": {"iso3": "SOM", "edition": 2018},
    "ABW": {"iso3": "ABW", "edition": 2005},
    "region": {"region": "Western Hemisphere", "edition": 2018},
    "comparison": {
        "countries": "PER, CHL",
        "indicators": "victims_identified, arrests",
        "first": 2017,
        "last": 2020,
    },
}
WIDTHS = {"phone": 390, "half": 640, "desk": 1280}

OVERLAPS = """() => {
  const shown = [...document.querySelectorAll('p, li, th, td, dt, dd, h1, h2, figcaption, summary')]
    .filter(e => e.checkVisibility() && e.getClientRects().length && !e.closest('svg'));
  const boxes = shown.map(e => [e, e.getBoundingClientRect()]);
  const found = [];
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const [a, p] = boxes[i], [b, q] = boxes[j];
      if (a.contains(b) || b.contains(a)) continue;
      const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
      const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
      if (wide > 3 && high > 3) found.push([a, b].map(e => e.innerText.slice(0, 40)).join(' | '));
    }
  }
  return found;
}"""
LOST = """() => [...document.querySelectorAll('a[href^="#"]')]
  .filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.hash)"""


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    """Each page as a file."""
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, parameters in PAGES.items():
        content = subject(parameters)
        made[name] = folder / f"{name}.html"
        made[name].write_text(page(content, folder=folder, title=content.name), encoding="utf-8")
    return made


BROKEN = """<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy"
content="default-src 'none'; style-src 'unsafe-inline'"></head><body style="margin: 0">
<p style="position: absolute; top: 0">One text over</p>
<p style="position: absolute; top: 4px">another text.</p>
<p style="width: 3000px; margin-top: 9em; color: #ccc">Too wide.</p>
<a href="#nowhere">Lost</a><img src="https://example.org/x.png"></body></html>"""


def test_the_checks_catch_a_broken_page(visit, tmp_path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    broken = tmp_path / "broken.html"
    broken.write_text(BROKEN, encoding="utf-8")
    opened = visit(broken, viewport={"width": 640, "height": 900}, bypass_csp=False)
    assert any("Content Security Policy" in each for each in opened.said)
    assert opened.page.evaluate(LOST) == ["#nowhere"]
    assert opened.page.evaluate(OVERLAPS)
    assert not opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    opened = visit(broken, bypass_csp=True)
    found = {each["id"] for each in axe.run(opened.page).response["violations"]}
    assert {"color-contrast", "image-alt"} <= found


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_quiet_and_its_links_lead_somewhere(files, visit, shots, name):
    opened = visit(files[name])
    for scheme in ("light", "dark"):
        opened.page.emulate_media(color_scheme=scheme)
        opened.page.screenshot(path=shots / f"{name}-{scheme}.png", full_page=True)
    assert opened.said == []
    assert opened.page.evaluate(LOST) == []


@pytest.mark.parametrize(
    ("name", "scheme"), [*((name, "light") for name in PAGES), ("PER", "dark")]
)
def test_axe_finds_nothing_serious(files, visit, name, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    opened = visit(files[name], color_scheme=scheme, bypass_csp=True)
    found = axe.run(opened.page).response["violations"]
    serious = [each for each in found if each["impact"] in ("serious", "critical")]
    told = [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in serious]
    assert told == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("name", ["PER", "ABW", "region", "comparison"])
def test_nothing_overlaps_or_sticks_out(files, visit, shots, name, width):
    """Half the width of a desk is what a reader sees who zooms to 200 %."""
    opened = visit(files[name], viewport={"width": width, "height": 900})
    opened.page.screenshot(path=shots / f"{name}-{width}.png", full_page=True)
    assert opened.page.evaluate(OVERLAPS) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_on_paper_a_table_keeps_its_head(files, visit, paper):
    printed = visit(files["PER"]).page.pdf(format=paper)
    texts = [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(printed)).pages]
    assert sum("What stands there" in text for text in texts) > 1
    assert "Numbers behind the chart" not in " ".join(texts)


def test_the_rows_can_be_saved_without_a_network(peru, visit, tmp_path):
    opened = visit(peru.page)
    with opened.page.expect_download() as waiting:
        opened.page.click(".rows a")
    waiting.value.save_as(tmp_path / "rows.zip")
    assert (tmp_path / "rows.zip").read_bytes() == peru.files["csv"].read_bytes()
