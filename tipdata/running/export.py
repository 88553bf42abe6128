"""From an executed notebook to one self-contained page, without code."""

from functools import cache
from pathlib import Path
from typing import Any

_TEMPLATE = Path(__file__).parent / "template"


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter

    return HTMLExporter(
        template_name="brief",
        extra_template_basedirs=[str(_TEMPLATE)],
        anchor_link_text=" ",
        exclude_anchor_links=True,
    )


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
