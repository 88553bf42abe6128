"""The floor: the same briefs by plain Python, forked two at a time, without Jupyter.

``python benchmarks/floor.py WORKERS OUT ID ...`` runs the cells of the packaged notebook, joins
what they show to a page with its rows to save, and reads it back. The read-back takes the executed
notebook of each brief from the folder OUT, where an earlier batch has left it.
"""

import ast
import os
import sys
from pathlib import Path


def shown(source: str, names: dict) -> str:
    """Run a cell as a kernel does, and return what its last line shows as HTML."""
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    if last is None:
        return ""
    value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    return value._repr_html_() if hasattr(value, "_repr_html_") else ""


def brief(identifier: str, out: Path) -> None:
    """Make one brief, and stop the benchmark if it is not right."""
    import nbformat
    from nbconvert.filters import markdown2html

    from tipdata.running import behind
    from tipdata.running.plan import plan
    from tipdata.running.readback import problems
    from tipdata.running.subject import subject

    iso3, edition = identifier.split("-")
    job = plan(int(edition), country=iso3).jobs[0]
    names: dict = {}
    pieces = [f"<title>{job.title}</title>"]
    for cell in nbformat.read(job.notebook, as_version=4).cells:
        tags = cell.metadata.get("tags", [])
        code = cell.cell_type == "code"
        html = shown(cell.source, names) if code else markdown2html(cell.source)
        if "notebook-only" not in tags:
            pieces.append(html)
        if "parameters" in tags:
            names.update(job.parameters)
    rows = subject(job.parameters).rows
    page = behind.offer("\n".join(pieces), rows, name=f"{identifier}-rows")
    found = problems(page, notebook=out / f"{identifier}.ipynb", parameters=job.parameters)
    wrong = [each for each in found if "contents" not in each and "link" not in each]
    if wrong:
        sys.exit(f"{identifier}: {wrong}")
    (out / f"{identifier}.floor").write_text(page, encoding="utf-8")


def main(workers: int, out: Path, identifiers: list[str]) -> None:
    """Fork a process a brief, so many at a time."""
    import seaborn  # noqa: F401

    from tipdata.tables.declaration import tables
    from tipdata.tables.load import whole

    for name in tables():
        whole(name)
    brief(identifiers[0], out)
    running = 0
    for identifier in identifiers[1:]:
        if running == workers:
            check(os.wait())
            running -= 1
        if os.fork() == 0:
            brief(identifier, out)
            os._exit(0)
        running += 1
    while running:
        check(os.wait())
        running -= 1


def check(ended: tuple[int, int]) -> None:
    """Stop the benchmark where a process failed."""
    if ended[1]:
        sys.exit("a brief of the floor failed")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
