"""How well the reading program reads: its rows against a folder of passages coded by hand.

A gold folder holds

- ``PASSAGE.txt``, the text of each passage (UTF-8);
- ``passages.csv``: passage, iso3, edition, perhaps country and further columns, one row a passage;
- ``figures.csv``: passage, n, anchor and the columns of the table figures that say what the number
  is (indicator, value, value_max, unit, period, ...), one row a number; `n` counts the rows of a
  passage, and `subset_of` holds the `n` of the total;
- ``not_reported.csv`` and ``assessments.csv``, where there are any, likewise.

An anchor is a piece of the text that occurs in it exactly once, with the words of the number in
double square brackets: ``arrest of [[410]] suspected``.

Rows are matched within their passage, each at most once, by the columns of a level: a level asks
for all columns of the one before it and more. Precision is the share of the program's rows that the
hand-coded ones match, recall the share of the hand-coded ones that the program's match.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import pandas as pd

from tipdata.errors import SourceError
from tipdata.reading.assessments import assessments
from tipdata.reading.figures import figures
from tipdata.reading.narrative import Narrative, narrative_of
from tipdata.reading.not_reported import not_reported
from tipdata.reading.rows import frame

LEVELS = {
    "value": ("value",),
    "indicator": ("indicator", "value"),
    "period": ("indicator", "value", "period"),
    "unit": ("indicator", "value", "period", "unit"),
    "breakdown": ("indicator", "value", "period", "unit", "sex", "age", "exploitation"),
}
_JUDGED = ("aspect", "trend", "adjective", "meets_standards", "significant_efforts", "movement")
# The columns by which rows of the other tables are matched.
OTHER_TABLES = {"not_reported": ("indicator", "period"), "assessments": (*_JUDGED, "tier")}


@dataclass(frozen=True)
class Evaluation:
    """What came of an evaluation.

    `scores`: one row is a level and an indicator ("all" for all of them): gold, found, precision,
    recall, f1. `errors`: one row is a row that the other side does not have at the level of the
    period, with kind (missed, invented) and its sentence.
    """

    scores: pd.DataFrame
    errors: pd.DataFrame

    def f1(self, level: str, indicator: str = "all") -> float:
        """Return one F1 of `scores`."""
        scores = self.scores
        row = scores[(scores["level"] == level) & (scores["indicator"] == indicator)]
        return float(row["f1"].item())

    def summary(self) -> str:
        """Return the scores as text: a line an indicator, precision, recall and F1 by level."""
        wide = self.scores[self.scores["level"].isin(LEVELS)].set_index(["indicator", "level"])
        lines = [f"{'':24}{'':>12}" + "".join(f"{level:^18}" for level in LEVELS)]
        lines += [f"{'indicator':24}{'gold':>6}{'found':>6}" + "    P     R    F1 " * len(LEVELS)]
        for name in dict.fromkeys(["all", *sorted(set(wide.index.get_level_values(0)))]):
            counts = wide.loc[(name, "value")]
            cells = [wide.loc[(name, level), ["precision", "recall", "f1"]] for level in LEVELS]
            scores = "".join("".join(f"{each:6.3f}" for each in cell) for cell in cells)
            lines.append(f"{name:24}{int(counts['gold']):>6}{int(counts['found']):>6}{scores}")
        for row in self.scores[~self.scores["level"].isin(LEVELS)].itertuples():
            score = f"{row.precision:6.3f}{row.recall:6.3f}{row.f1:6.3f}"
            lines.append(f"{row.level:24}{row.gold:>6}{row.found:>6}{score}")
        zeros = self.errors.query("kind == 'invented' and value == '0'")
        return "\n".join([*lines, f"zeros invented: {len(zeros)}"])

    def listing(self) -> str:
        """Return the errors as text, each with its sentence."""
        return "\n".join(
            f"{row.passage} {row.kind}: {row.indicator} {row.value} {row.unit} {row.period} | "
            f"{' '.join(row.sentence.split())}"
            for row in self.errors.itertuples()
        )


def evaluate(folder: str | PathLike[str]) -> Evaluation:
    """Return how well the figures of a gold folder's passages are read.

    Raises
    ------
    tipdata.errors.SourceError
        For a folder without passages, a missing text, or an anchor that does not occur once.
    """
    folder = Path(folder)
    narratives = narratives_of(folder)
    gold = _gold(folder, "figures", narratives)
    found = _found(narratives, "figures")
    parts = [_scores(level, gold, found, columns) for level, columns in LEVELS.items()]
    for name, columns in OTHER_TABLES.items():
        if (folder / f"{name}.csv").exists():
            coded, read = _gold(folder, name, narratives), _found(narratives, name)
            parts.append(_scores(name, coded, read, columns).query("indicator == 'all'"))
    return Evaluation(pd.concat(parts, ignore_index=True), _errors(gold, found))


@dataclass(frozen=True)
class Anchored:
    """One hand-coded number: where its words stand in its passage, what it counts and when."""

    passage: str
    start: int
    end: int
    indicator: str
    period: str


def anchored(folder: Path) -> list[Anchored]:
    """Return the hand-coded numbers of a gold folder with their places.

    Raises
    ------
    tipdata.errors.SourceError
        As `evaluate` does.
    """
    narratives = narratives_of(folder)
    found = []
    for row in _table(folder / "figures.csv").itertuples():
        start = _place(row.anchor, narratives[row.passage])
        end = start + row.anchor.index("]]") - row.anchor.index("[[") - len("[[")
        found.append(Anchored(row.passage, start, end, row.indicator, row.period))
    return found


def narratives_of(folder: Path) -> dict[str, Narrative]:
    """Return the passages of a gold folder as narratives, by their name.

    Raises
    ------
    tipdata.errors.SourceError
        For a folder without ``passages.csv``, or a passage without its text.
    """
    passages = _table(folder / "passages.csv")
    narratives = {}
    for row in passages.itertuples():
        path = folder / f"{row.passage}.txt"
        if not path.is_file():
            raise SourceError(f"passage {row.passage!r} of {folder.name} has no text {path.name}")
        narratives[row.passage] = narrative_of(
            path.read_text(encoding="utf-8"),
            iso3=row.iso3,
            edition=int(row.edition),
            country=getattr(row, "country", None),
            source_id=row.passage.lower(),
        )
    return narratives


def _table(path: Path) -> pd.DataFrame:
    if not path.is_file():
        raise SourceError(f"{path.parent.name} has no {path.name}; a gold folder needs one")
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _gold(folder: Path, name: str, narratives: dict[str, Narrative]) -> pd.DataFrame:
    """Return a hand-coded table with the sentence of each row."""
    coded = _table(folder / f"{name}.csv")
    unknown = sorted(set(coded["passage"]) - set(narratives))
    if unknown:
        raise SourceError(f"{name}.csv of {folder.name} has rows of unknown passages: {unknown}")
    places = [_place(row.anchor, narratives[row.passage]) for row in coded.itertuples()]
    return _comparable(coded).assign(
        sentence=[
            _sentence(narratives[passage], place)
            for passage, place in zip(coded["passage"], places, strict=True)
        ]
    )


def _place(anchor: str, narrative: Narrative) -> int:
    """Return where the bracketed words of an anchor stand in the passage."""
    plain = anchor.replace("[[", "").replace("]]", "")
    if narrative.text.count(plain) != 1 or "[[" not in anchor:
        raise SourceError(
            f"anchor {anchor!r} of passage {narrative.source_id} must occur once in its text, with "
            "the number in [[ ]]"
        )
    return narrative.text.index(plain) + anchor.index("[[")


def _sentence(narrative: Narrative, place: int) -> str:
    for sentence in narrative.sentences:
        if sentence.start <= place < sentence.end:
            return sentence.text
    return ""


def _found(narratives: dict[str, Narrative], name: str) -> pd.DataFrame:
    """Return what the program reads from all passages, with the sentence of each row."""
    read = {"figures": figures, "not_reported": not_reported, "assessments": _assessments}[name]
    parts = []
    for passage, narrative in narratives.items():
        rows = read(narrative)
        sentences = [_sentence(narrative, place) for place in rows["start"]]
        text = rows.astype("string").fillna("").assign(passage=passage, sentence=sentences)
        parts.append(_comparable(text))
    return pd.concat(parts, ignore_index=True)


def _assessments(narrative: Narrative) -> pd.DataFrame:
    return frame("assessments", assessments(narrative))


def _comparable(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with values written alike: 7500000 for 7.5e6, true for True."""
    rows = rows.copy()
    if "value" in rows:
        rows["value"] = [f"{float(each):.10g}" for each in rows["value"]]
    for column in ("meets_standards", "significant_efforts"):
        if column in rows:
            rows[column] = rows[column].str.lower()
    return rows


def _scores(
    level: str, gold: pd.DataFrame, found: pd.DataFrame, columns: Sequence[str]
) -> pd.DataFrame:
    hit_gold, hit_found = _matched(gold, found, columns)
    by = "indicator" if "indicator" in gold and "indicator" in found else "passage"
    rows = [_score(level, "all", hit_gold, hit_found)]
    for name in sorted(set(gold[by]) | set(found[by])) if by == "indicator" else ():
        rows.append(_score(level, name, hit_gold[gold[by] == name], hit_found[found[by] == name]))
    return pd.DataFrame(rows)


def _score(level: str, indicator: str, hit_gold: pd.Series, hit_found: pd.Series) -> dict:
    precision = hit_found.mean() if len(hit_found) else float("nan")
    recall = hit_gold.mean() if len(hit_gold) else float("nan")
    both = len(hit_gold) + len(hit_found)
    f1 = (int(hit_gold.sum()) + int(hit_found.sum())) / both if both else float("nan")
    return {
        "level": level,
        "indicator": indicator,
        "gold": len(hit_gold),
        "found": len(hit_found),
        "precision": precision,
        "recall": recall,
        "f1": f1,
    }


def _matched(
    gold: pd.DataFrame, found: pd.DataFrame, columns: Sequence[str]
) -> tuple[pd.Series, pd.Series]:
    """Return which rows of each side have a partner on the other, one partner each.

    Where several rows could be partners, those with the most in common are taken first.
    """
    hit_gold = pd.Series(False, index=gold.index)
    hit_found = pd.Series(False, index=found.index)
    for level in [
        *reversed([each for each in LEVELS.values() if len(each) > len(columns)]),
        columns,
    ]:
        if not set(level) <= set(gold.columns) & set(found.columns):
            continue
        waiting = defaultdict(list)
        for index, key in _keys(gold[~hit_gold], level):
            waiting[key].append(index)
        for index, key in _keys(found[~hit_found], level):
            if waiting[key]:
                hit_found[index] = hit_gold[waiting[key].pop(0)] = True
    return hit_gold, hit_found


def _keys(rows: pd.DataFrame, columns: Sequence[str]) -> list[tuple]:
    keys = zip(rows["passage"], *(rows[column] for column in columns), strict=True)
    return list(zip(rows.index, keys, strict=True))


def _errors(gold: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without a partner at the level of the period, in the order of the text."""
    hit_gold, hit_found = _matched(gold, found, LEVELS["period"])
    columns = ["passage", "kind", "indicator", "value", "period", "unit", "sentence"]
    missed = gold[~hit_gold].assign(kind="missed")[columns]
    invented = found[~hit_found].assign(kind="invented")[columns]
    both = pd.concat([missed, invented], ignore_index=True)
    return both.sort_values(["passage", "sentence", "kind"], kind="stable", ignore_index=True)
