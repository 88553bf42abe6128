"""Finished pages made in this process, without a kernel: for looking at, not for proving."""

import ast
from pathlib import Path

import nbformat

from tipdata import resources
from tipdata.briefing import sections
from tipdata.briefing.content import Brief
from tipdata.running.export import export


def page(brief: Brief, *, folder: Path, title: str = "A page") -> str:
    """Return the page that the packaged notebook makes of `brief`."""
    run = nbformat.read(resources.notebook("country_brief"), as_version=4)
    for cell in run.cells:
        if cell.cell_type == "code" and cell.source.startswith("sections."):
            cell.outputs = [_shown(cell.source, brief)]
    notebook = folder / "run.ipynb"
    nbformat.write(run, notebook)
    return export(notebook, title=title)


def _shown(source: str, brief: Brief) -> nbformat.NotebookNode:
    call = ast.parse(source, mode="eval").body
    arguments = [ast.literal_eval(each) for each in call.args[1:]]
    section = getattr(sections, call.func.attr)(brief, *arguments)
    data = {"text/html": section._repr_html_()}
    return nbformat.v4.new_output("execute_result", data=data, execution_count=1)
