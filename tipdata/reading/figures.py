"""The figures of a narrative: one row for each number that it reports."""

from string import ascii_lowercase
from typing import TYPE_CHECKING

import pandas as pd

from tipdata.reading.counting.breakdowns import set_breakdowns
from tipdata.reading.counting.periods import lagging_year, main_years, set_periods
from tipdata.reading.counting.quantities import quantities
from tipdata.reading.counting.reader import read
from tipdata.reading.counting.reading import Memory
from tipdata.reading.counting.tagging import categories
from tipdata.reading.rows import frame

if TYPE_CHECKING:
    from tipdata.reading.narrative import Narrative


def figures(narrative: "Narrative") -> pd.DataFrame:
    counts = list(_counts(narrative))
    return frame("figures", _rows(narrative, counts))


def _counts(narrative: "Narrative"):
    memory = Memory(narrative.iso3, narrative.edition)
    paragraph, dated = 0, []
    for sentence in narrative.sentences:
        memory.section = sentence.section
        items = quantities(sentence.text)
        tags = categories(items)
        if sentence.section == "recommendations" and items and items[0].entry.form == "base":
            continue
        reading = read(items, tags, memory)
        found = reading.counts
        if sentence.paragraph != paragraph:
            paragraph, dated = sentence.paragraph, []
        carried = lagging_year(dated, edition=memory.edition)
        set_periods(found, reading.times, tags, edition=memory.edition, carried=carried)
        dated += main_years(found)
        set_breakdowns(found, items, tags, memory)
        for count in found:
            count.sentence = sentence
            count.start = sentence.start + count.item.start
            count.end = sentence.start + count.item.end
            yield count


def _rows(narrative, counts):
    ids, taken = {}, {}
    for count in counts:
        stem = f"{narrative.iso3}-{narrative.edition}-{count.start}"
        again = taken.get(stem, 0)
        taken[stem] = again + 1
        ids[id(count)] = stem + ("" if not again else ascii_lowercase[again])
    out = []
    for c in counts:
        t = c.traits
        out.append(
            {
                "figure_id": ids[id(c)],
                "iso3": narrative.iso3,
                "edition": str(narrative.edition),
                "indicator": c.indicator,
                "value": f"{c.item.value:.10g}",
                "value_max": None if c.item.value_max is None else f"{c.item.value_max:.10g}",
                "unit": c.unit,
                "period": str(c.period),
                "period_basis": c.basis,
                "comparison": "true" if c.comparison else "false",
                "qualifier": c.item.qualifier or "exact",
                "status": t.get("status"),
                "sex": t.get("sex"),
                "age": t.get("age"),
                "exploitation": t.get("exploitation") or None,
                "nationality": t.get("nationality"),
                "detail": c.detail or None,
                "agency": c.agency or None,
                "subset_of": ids.get(id(c.whole)) if c.whole is not None else None,
                "usd": None if c.item.usd is None else f"{c.item.usd:.10g}",
                "usd_basis": None if c.item.usd is None else "narrative",
                "source_id": narrative.source_id,
                "paragraph": str(c.sentence.paragraph),
                "sentence": str(c.sentence.number),
                "start": str(c.start),
                "end": str(c.end),
                "method": "extracted",
                "confidence": "0.9",
                "flags": None,
            }
        )
    return out
