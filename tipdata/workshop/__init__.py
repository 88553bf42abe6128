"""What the workshop's notebooks call: paragraphs to code, checks that explain, agreement."""

from importlib import import_module

# public name -> the module that defines it
_PUBLIC = {
    "agreement": "tipdata.workshop.coders",
    "as_drawn": "tipdata.workshop.charts",
    "check": "tipdata.workshop.verdicts",
    "coding": "tipdata.workshop.material",
    "coding_form": "tipdata.workshop.material",
    "codings": "tipdata.workshop.material",
    "disagreements": "tipdata.workshop.coders",
    "f1": "tipdata.workshop.coders",
    "gold": "tipdata.workshop.material",
    "kappa": "tipdata.workshop.coders",
    "paragraph": "tipdata.workshop.material",
    "quiz": "tipdata.workshop.questions",
    "row": "tipdata.workshop.material",
    "with_section": "tipdata.workshop.sections",
    "workbench": "tipdata.workshop.material",
}

__all__ = list(_PUBLIC)


def __getattr__(name: str):
    if name not in _PUBLIC:
        raise AttributeError(f"module 'tipdata.workshop' has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
