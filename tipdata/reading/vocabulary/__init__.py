"""The words that the reading program knows, as tables that a reviewer can read."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """Return the table of words `name`, as its YAML file holds it."""
    with (_FOLDER / f"{name}.yml").open(encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
