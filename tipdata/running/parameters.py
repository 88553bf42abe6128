"""Parameters of a notebook: read from its parameters cell, checked before anything runs."""

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tipdata.errors import BriefError, UnknownValueError, unknown

Literal = str | int | float | bool | None


@dataclass(frozen=True)
class Parameter:
    """A parameter as the notebook declares it: name, default, and the comment beside it."""

    name: str
    default: Literal
    help: str


def declared(notebook: Path) -> dict[str, Parameter]:
    """Return the parameters of a notebook by name, from its one cell tagged ``parameters``.

    Raises
    ------
    tipdata.errors.BriefError
        Where there is not one such cell, or it holds anything but names with literals.
    """
    cells = [
        cell
        for cell in _read(notebook)
        if "parameters" in cell["metadata"].get("tags", []) and cell["cell_type"] == "code"
    ]
    if len(cells) != 1:
        raise BriefError(
            f"{notebook.name} has {len(cells)} cells tagged 'parameters'; "
            "a notebook to run needs one"
        )
    source = "".join(cells[0]["source"])
    return {each.name: each for each in parse(source, notebook.name)}


def _read(notebook: Path) -> list[Any]:
    """Return the cells of a notebook; read as JSON, which spares the import of nbformat."""
    if not notebook.is_file():
        raise BriefError(
            f"notebook {str(notebook)!r} does not exist; give the path of an .ipynb file"
        )
    try:
        return json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except (ValueError, KeyError, TypeError) as error:
        raise BriefError(
            f"{notebook.name} is no notebook of format 4: {type(error).__name__}: {error}; "
            "open it in JupyterLab and save it again"
        ) from None


def parse(source: str, place: str) -> list[Parameter]:
    """Return the parameters that the source of a parameters cell sets."""
    lines = source.splitlines()
    found = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if not isinstance(target, ast.Name) or node.value is None:
            raise BriefError(
                f"{place}: {lines[node.lineno - 1]!r} in the parameters cell is no literal"
            )
        try:
            default = ast.literal_eval(node.value)
        except ValueError:
            raise BriefError(
                f"{place}: parameter {target.id!r} is derived; "
                "the parameters cell holds literals only"
            ) from None
        comment = lines[node.end_lineno - 1][node.end_col_offset :].lstrip()
        found.append(Parameter(target.id, default, comment.lstrip("# ")))
    return found


def resolved(
    notebook: Path, *, given: Mapping[str, object], texts: Mapping[str, str] | None = None
) -> dict[str, Literal]:
    """Return every parameter of a notebook with its value for one run.

    Parameters
    ----------
    notebook
        The notebook that declares them.
    given
        Values as Python objects; each must have the type of the default.
    texts
        Values as text, from a command line; each is read in the type of the default.

    Raises
    ------
    tipdata.errors.UnknownValueError
        For a name that the notebook does not declare, or a value of another type.
    """
    parameters = declared(notebook)
    values = {name: each.default for name, each in parameters.items()}
    for name in [*given, *(texts or {})]:
        if name not in parameters:
            raise unknown(
                name,
                what="parameter",
                place=notebook.name,
                choices=parameters,
                remedy=_how(parameters),
            )
    for name, value in given.items():
        values[name] = _checked(value, parameters[name], notebook.name)
    for name, text in (texts or {}).items():
        values[name] = _from_text(text, parameters[name], notebook.name)
    return _known(values)


def _how(parameters: Mapping[str, Parameter]) -> str:
    return "; ".join(f"{each.name}: {each.help}" for each in parameters.values() if each.help)


def _checked(value: object, parameter: Parameter, place: str) -> Literal:
    wanted = type(parameter.default)
    if wanted is float and type(value) is int:
        return float(value)
    if parameter.default is not None and type(value) is not wanted:
        raise _mistyped(value, parameter, place)
    return value


def _mistyped(value: object, parameter: Parameter, place: str) -> UnknownValueError:
    return UnknownValueError(
        f"parameter {parameter.name!r} of {place} is {value!r}; "
        f"it takes {type(parameter.default).__name__}, such as {parameter.default!r}"
    )


def _from_text(text: str, parameter: Parameter, place: str) -> Literal:
    wanted = type(parameter.default)
    if wanted is bool:
        words = {"true": True, "false": False}
        if text.lower() not in words:
            raise _mistyped(text, parameter, place)
        return words[text.lower()]
    if wanted in (int, float):
        try:
            return wanted(text)
        except ValueError:
            raise _mistyped(text, parameter, place) from None
    return text


def _known(values: dict[str, Literal]) -> dict[str, Literal]:
    """Return the values with the place by its code or name; raise where one is unknown."""
    if "iso3" in values and "edition" in values:
        from tipdata.briefing.content import open_brief

        brief = open_brief(str(values["iso3"]), edition=values["edition"])
        return values | {"iso3": brief.iso3, "edition": brief.edition}
    if {"countries", "indicators", "first", "last"} <= set(values):
        from tipdata.running.subject import subject

        subject(values)
    if "region" in values and "edition" in values:
        from tipdata.briefing.region import open_region

        region = open_region(str(values["region"]), edition=values["edition"])
        return values | {"region": region.name, "edition": region.edition}
    return values
