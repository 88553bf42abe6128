"""Many briefs: planned, run side by side, each one proved, and told of one by one."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tipdata.running import manifest, warm
from tipdata.running.cluster import Dask
from tipdata.running.inputs import inputs, package
from tipdata.running.local import Local
from tipdata.running.making import keep
from tipdata.running.manifest import Entry, Journal, Manifest
from tipdata.running.plan import Plan
from tipdata.running.pool import Executor, Outcome, Settings, Task
from tipdata.running.progress import Progress
from tipdata.running.record import Record, held, names
from tipdata.running.store import Store, store

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Batch:
    """What became of a plan."""

    out: str
    manifest: Manifest

    def having(self, status: str) -> list[Entry]:
        """Return the entries of a status: right, skipped, failed, left_out, waiting."""
        return [each for each in self.manifest.briefs.values() if each.status == status]

    @property
    def right(self) -> bool:
        """Whether every brief that was asked for stands, right, in the store."""
        return not self.having("failed") and not self.having("waiting")

    def to_frame(self) -> "pd.DataFrame":
        """Return one row a brief: id, status, why, cell, seconds, ended, page, notebook."""
        import pandas as pd

        columns = list(Entry.__dataclass_fields__)
        rows = [[getattr(each, name) for name in columns] for each in self.manifest.briefs.values()]
        return pd.DataFrame(rows, columns=columns).sort_values("id", ignore_index=True)

    def __str__(self) -> str:
        counts = {
            "made": len(self.having("right")),
            "unchanged": len(self.having("skipped")),
            "failed": len(self.having("failed")),
            "left out": len(self.having("left_out")),
            "not run": len(self.having("waiting")),
        }
        said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        return f"{self.out}: {said or 'no briefs'}"

    def _repr_html_(self) -> str:
        return f"<p>{self}</p>{self.to_frame().to_html(index=False, na_rep='')}"


def briefs(
    plan: Plan,
    *,
    out: Path | str = "briefs",
    workers: int | None = None,
    seconds: float = 600,
    megabytes: int = 4096,
    force: bool = False,
    fork: bool = True,
    dask: str | None = None,
) -> Batch:
    """Make the briefs of a plan, and prove each of them.

    Parameters
    ----------
    plan
        What to make, from `tipdata.plan`.
    out
        Folder, or a URL that fsspec reads, such as ``s3://bucket/briefs``.
    workers
        How many briefs are made at a time; None for as many as there are processors.
    seconds
        Time that one brief may take.
    megabytes
        Memory that one brief's kernel may take, on systems that can bound it.
    force
        Make every brief, also where nothing has changed.
    fork
        Fork kernels from a warmed process, on Linux; the ordinary kernels make the same, slower.
    dask
        Run on a Dask cluster: its address, such as ``tcp://host:8786``, or ``local`` for one on
        this machine. None for no Dask.

    Returns
    -------
    Batch
        One entry a brief; also written to ``manifest.json``, and as it goes to ``log.jsonl``.

    Raises
    ------
    tipdata.errors.BriefError
        Where another batch is at work in the same folder. A brief that fails raises nothing: it is
        an entry, its notebook is kept, and `Batch.right` is false.

    Examples
    --------
    >>> import tipdata
    >>> plan = tipdata.plan(2018, region="Europe")
    >>> print(tipdata.briefs(plan, out="briefs"))  # doctest: +SKIP
    briefs: 48 made
    """
    place = store(out)
    settings = Settings(
        store=place,
        package=package(),
        workers=workers or _processors(),
        seconds=seconds,
        megabytes=megabytes,
        fork=fork and warm.possible(),
    )
    executor = Local(settings) if dask is None else Dask(settings, dask)
    with place.lock():
        tasks = [Task(job, inputs(job, package=settings.package)) for job in plan.jobs]
        before = {each.job.id: held(each.job.id, by=place) for each in tasks}
        unchanged = [] if force else [each for each in tasks if _stands(each, before, settings)]
        journal = Journal(place, _entries(plan, unchanged, place))
        state = "interrupted"
        try:
            wanted = [each for each in tasks if each not in unchanged]
            for entry in _watched(executor, wanted, before):
                journal.enter(entry)
            state = "finished"
        finally:
            done = journal.close(state)
    return Batch(str(place), done)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# What the records said of each brief before a run; None where there was no record.
Records = Mapping[str, Record | None]


def _stands(task: Task, before: Records, settings: Settings) -> bool:
    """Whether a brief of the same inputs and rows stands whole in the store."""
    last = before[task.job.id]
    return (
        last is not None
        and last.unchanged(task.inputs, settings.package)
        and last.stands(place=settings.store)
    )


def _entries(plan: Plan, unchanged: list[Task], place: Store) -> Iterator[Entry]:
    """Yield what is known of every brief before any is run."""
    last = manifest.read(place)
    before = last.briefs if last else {}
    skipped = {each.job.id for each in unchanged}
    for each in plan.left_out:
        yield Entry(each.id, "left_out", each.why)
    for job in plan.jobs:
        if job.id not in skipped:
            yield Entry(job.id, "waiting")
            continue
        page, notebook, *_ = names(job.id)
        ended = before[job.id].ended if job.id in before else None
        yield Entry(
            job.id, "skipped", "unchanged", ended=ended, page=page, notebook=notebook, change="same"
        )


def _watched(executor: Executor, tasks: list[Task], before: Records) -> Iterator[Entry]:
    progress = Progress(len(tasks))
    with closing(progress), closing(executor.run(tasks)) as outcomes:
        for outcome in outcomes:
            entry = _entry(outcome, before[outcome.id], executor.settings.store)
            progress.tell(entry)
            yield entry


def _entry(outcome: Outcome, before: Record | None, place: Store) -> Entry:
    """Return the entry of a brief that has ended; the notebook of a failure is kept."""
    said = {"id": outcome.id, "seconds": round(outcome.seconds, 3), "ended": manifest.now()}
    if outcome.status == "failed":
        kept = keep(outcome.id, outcome.ran, to=place)
        why = f"{outcome.why}; {kept.said}"
        return Entry(**said, status="failed", why=why, cell=outcome.cell, notebook=kept.name)
    page, notebook, *_ = names(outcome.id)
    change = _change(before, held(outcome.id, by=place))
    return Entry(**said, status="right", page=page, notebook=notebook, change=change)


def _change(before: Record | None, after: Record | None) -> str:
    if before is None:
        return "new"
    return "same" if after is not None and after.page == before.page else "changed"
