"""A plan in a file: a few lines of YAML, for runs on a schedule."""

from pathlib import Path
from typing import Any

from tipdata.errors import BriefError, unknown

# The keys of a plan file, and what each value may be.
_KEYS: dict[str, type] = {
    "edition": int,
    "region": str,
    "country": str,
    "notebook": str,
    "parameters": dict,
    "out": str,
}
_LISTS = ("edition", "region", "country")


def read(path: Path) -> dict[str, Any]:
    """Return what a plan file says, as the arguments of `tipdata.briefs`.

    Paths in the file are meant from its own folder.

    Raises
    ------
    tipdata.errors.BriefError
        Where there is no such file, it is no YAML mapping, or a value has another type.
    tipdata.errors.UnknownValueError
        For a key that a plan file does not have.
    """
    said = _mapping(path)
    for key, value in said.items():
        if key not in _KEYS:
            raise unknown(key, what="key", place=path.name, choices=_KEYS)
        _check(key, value, path.name)
    if "edition" not in said:
        raise BriefError(f"{path.name} names no edition; add a line such as 'edition: 2018'")
    for key in ("notebook", "out"):
        if key in said and "://" not in said[key]:
            said[key] = str(path.parent / said[key])
    return said


def _mapping(path: Path) -> dict[str, Any]:
    import yaml

    if not path.is_file():
        raise BriefError(f"plan {str(path)!r} does not exist; give the path of a .yml file")
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BriefError(f"{path.name} is no YAML: {' '.join(str(error).split())}") from None
    if not isinstance(said, dict):
        raise BriefError(f"{path.name} holds no keys; a plan has {', '.join(_KEYS)}")
    return said


def _check(key: str, value: object, place: str) -> None:
    values = value if key in _LISTS and isinstance(value, list) else [value]
    for each in values:
        if type(each) is not _KEYS[key]:
            quotes = "; put quotes around it, or YAML reads it as something else"
            raise BriefError(
                f"{key} in {place} is {each!r}; it takes {_KEYS[key].__name__}"
                f"{quotes if _KEYS[key] is str else ''}"
            )
    if not values:
        raise BriefError(f"{key} in {place} is an empty list; leave the line out for all")
