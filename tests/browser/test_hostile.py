"""Narratives and tables are data: whatever is in them comes out as text, and nothing runs."""

from html import unescape

import pytest

from tests.briefing.frames import brief, figures, frame
from tests.browser.pages import page
from tipdata.briefing.content import Brief, open_brief

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "handler": '"><img src=x onerror="alert(1)">',
    "attribute": "' onmouseover='alert(1)",
    "style": "</style><style>*{display:none}</style>",
    "svg": '<svg><script>alert(1)</script><animate onbegin="alert(1)"></svg>',
    "request": '<link rel="stylesheet" href="https://example.org/x.css">',
    "frame": '<iframe src="https://example.org"></iframe>',
    "template": "{{ 7 * 7 }}{% raw %}{# x #}",
    "latex": r"$\href{javascript:alert(1)}{x}$ \(x\) $$\frac{1}{0}$$",
    "markdown": "[x](javascript:alert(1)) **bold** <https://example.org>",
    "comment": "<!-- --><!--[if IE]><script>alert(1)</script><![endif]-->",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt; &#106;avascript:",
    "unicode": "\u202egnp.exe\u202c \ufeff\u0000".replace("\u0000", ""),
}
LINKS = ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "//example.org"]


def poisoned(text: str, link: str = LINKS[0]) -> Brief:
    """Return a brief with `text` wherever a table holds free text, and a hostile address."""
    place = {"name": text, "report_name": text}
    region = [{"iso3": code, **place} for code in ("AAA", "BBB", "CCC", "DDD", "EEE")]
    years = [{"row": n, "iso3": each["iso3"], "year": 2017, "value": n, "value_min": n,
              "value_max": n} for n, each in enumerate(region, start=1)]  # fmt: skip
    people = [{"iso3": each["iso3"], "year": 2017, "population": 10**6} for each in region]
    return brief(
        countries=frame("countries", *region),
        unodc=years,
        population=people,
        figures=figures(
            {"value": 3, "nationality": "AAA", "agency": "police"},
            {"value": 2, "sex": "male", "subset_of": "AAA-2018-1"},
            {"value": 1, "indicator": "convictions"},
        ),
        flows=[{"origin": "AAA", "destination": "X-AFRICA"}],
        profile=[{"dimension": "place", "value": "mining", "name": text}],
        laws=[{"law": text}],
        sources=frame("sources", {"title": text, "publisher": text, "licence": text, "url": link}),
        coverage=[{"section": "profile"}],
    )


@pytest.fixture
def opened(visit, tmp_path):
    """Open the page of a brief; its title, too, is the country's name."""

    def open_page(content: Brief, title: str = "A page"):
        path = tmp_path / "page.html"
        path.write_text(page(content, folder=tmp_path, title=title), encoding="utf-8")
        return visit(path)

    return open_page


def test_payloads_in_tables_come_out_as_text(opened):
    text = " ".join(PAYLOADS.values())
    seen = opened(poisoned(text), title=text)
    assert seen.said == []
    assert seen.page.title().split() == text.split()
    assert seen.page.locator("h1 data").inner_text().split() == text.split()
    markup = "script, iframe, link, img, object, [onerror], [onmouseover]"
    assert seen.page.locator(markup).count() == 0
    assert seen.page.locator("h2").first.is_visible()


@pytest.mark.parametrize("link", LINKS)
def test_a_hostile_address_is_no_link(opened, link):
    seen = opened(poisoned("Aarland", link))
    addresses = seen.page.evaluate("[...document.links].map(a => a.getAttribute('href'))")
    assert all(each.startswith(("#", "https://", "data:application/zip")) for each in addresses)
    assert seen.said == []


def test_payloads_in_a_narrative_come_out_as_text(opened, tmp_path):
    lines = [f"Police arrested 12 suspects near {unescape(each)}." for each in PAYLOADS.values()]
    text = "\n\n".join(
        ["PERU: TIER 2", "PROSECUTION", *lines, "PROTECTION", "Officials identified 7 victims."]
    )
    (tmp_path / "own.txt").write_text(text, encoding="utf-8")
    seen = opened(open_brief("PER", edition=2018, narrative=str(tmp_path / "own.txt")))
    assert seen.said == []
    assert "12 persons" in seen.page.locator("[data-section=pillar-prosecution]").inner_text()


def test_the_page_forbids_what_it_does_not_need(opened):
    seen = opened(poisoned("Aarland"))
    rule = seen.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    forbidden = ("default-src 'none'", "base-uri 'none'", "form-action 'none'")
    assert all(each in rule for each in forbidden)
    assert "script" not in rule
    seen.page.evaluate("""() => {
      const one = document.createElement('script'); one.text = 'window.ran = 1';
      document.body.append(one);
    }""")
    assert seen.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in each for each in seen.said)
