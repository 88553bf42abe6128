"""From an executed notebook to one self-contained page, without code."""

import re
from functools import cache
from pathlib import Path
from typing import Any

_TEMPLATE = Path(__file__).parent / "template"


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter, TemplateExporter

    class Exporter(HTMLExporter):
        def from_notebook_node(self, *given: Any, **named: Any) -> tuple[str, dict[str, Any]]:
            """Return the page as the template writes it; HTMLExporter would parse it once more."""
            return TemplateExporter.from_notebook_node(self, *given, **named)

    exporter = Exporter(
        template_name="brief",
        extra_template_basedirs=[str(_TEMPLATE)],
        exclude_anchor_links=True,
    )
    exporter.register_filter("with_anchors", _with_anchors)
    exporter.register_filter("anchor", _anchor)
    return exporter


def _with_anchors(html: str) -> str:
    """Give each second heading, in HTML made from Markdown, the id that the contents lead to."""
    return re.sub(
        r"<h2>(.*?)</h2>", lambda found: f'<h2 id="{_anchor(found[1])}">{found[1]}</h2>', html
    )


def _anchor(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")


def export(notebook: Path, *, title: str) -> str:
    """Return the page of an executed notebook as HTML.

    Only what a notebook shows as HTML or Markdown reaches the page: no code, no streams, no errors.
    Cells tagged ``notebook-only`` stay out.
    """
    import nbformat

    style = (_TEMPLATE / "brief" / "brief.css").read_text(encoding="utf-8")
    page, _ = _exporter().from_notebook_node(
        nbformat.read(notebook, as_version=4),
        resources={"metadata": {"name": title}, "brief_style": style},
    )
    return page
