"""Finished pages made in this process, without a kernel: for looking at, not for proving."""

import ast
from pathlib import Path
from types import ModuleType

import nbformat

from tipdata import resources
from tipdata.briefing import comparing, regional, sections
from tipdata.briefing.subject import Subject
from tipdata.running.export import export

NOTEBOOKS: dict[str, tuple[str, ModuleType]] = {
    "country brief": ("country_brief", sections),
    "region brief": ("region_brief", regional),
    "comparison": ("compare", comparing),
}


def page(content: Subject, *, folder: Path, title: str = "A page") -> str:
    """Return the page that the packaged notebook of its kind makes of `content`."""
    name, module = NOTEBOOKS[content.kind]
    prefix = module.__name__.rpartition(".")[2]
    run = nbformat.read(resources.notebook(name), as_version=4)
    for cell in run.cells:
        if cell.cell_type == "code" and cell.source.startswith(f"{prefix}."):
            cell.outputs = [_shown(cell.source, module, content)]
    notebook = folder / "run.ipynb"
    nbformat.write(run, notebook)
    return export(notebook, title=title)


def _shown(source: str, module: ModuleType, content: Subject) -> nbformat.NotebookNode:
    call = ast.parse(source, mode="eval").body
    arguments = [ast.literal_eval(each) for each in call.args[1:]]
    section = getattr(module, call.func.attr)(content, *arguments)
    data = {"text/html": section._repr_html_()}
    return nbformat.v4.new_output("execute_result", data=data, execution_count=1)
