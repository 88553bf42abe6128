"""The exercises, one module a notebook; importing it enters them all."""

from tipdata.workshop.exercises import (  # noqa: F401
    briefs,
    charts,
    narrative,
    question,
    reading,
    tables,
)
