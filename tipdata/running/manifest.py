"""The manifest of a batch: what became of every brief of the plan, and when."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from tipdata import __version__
from tipdata.running.making import writing
from tipdata.running.store import Store

NAME = "manifest.json"
LOG = "log.jsonl"


@dataclass(frozen=True)
class Entry:
    """A brief of the plan: right, failed, skipped (unchanged), left_out, or waiting.

    `change` says of a page that was made whether it is new, changed, or the same as before.
    """

    id: str
    status: str
    why: str = ""
    cell: int | None = None
    seconds: float | None = None
    ended: str | None = None
    page: str | None = None
    notebook: str | None = None
    change: str | None = None


@dataclass(frozen=True)
class Manifest:
    """What became of a plan; `state` is running, finished or interrupted."""

    state: str
    started: str
    ended: str | None
    briefs: dict[str, Entry] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """Return the manifest as it is written."""
        said = asdict(self) | {"tipdata": __version__, "briefs": []}
        said["briefs"] = [asdict(each) for _, each in sorted(self.briefs.items())]
        return (json.dumps(said, indent=1) + "\n").encode()


def now() -> str:
    """Return the time, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def read(store: Store) -> Manifest | None:
    """Return the manifest of the last batch into a store, or None where there was none."""
    content = store.read(NAME)
    if content is None:
        return None
    said = json.loads(content)
    entries = {each["id"]: Entry(**each) for each in said["briefs"]}
    return Manifest(said["state"], said["started"], said["ended"], entries)


class Journal:
    """Keeps manifest and log of a batch in its store while it runs.

    Raises
    ------
    tipdata.errors.BriefError
        At the begin or the end, where manifest or log could not be written.
    """

    def __init__(self, store: Store, entries: Iterable[Entry]) -> None:
        self._store = store
        self._lost: OSError | None = None
        self.manifest = Manifest("running", now(), None, {each.id: each for each in entries})
        with writing():
            store.write(NAME, self.manifest.to_json())
        self._log(event="start", briefs=len(self.manifest.briefs))

    def enter(self, entry: Entry) -> None:
        """Enter what became of a brief."""
        self.manifest.briefs[entry.id] = entry
        self._log(event="brief", **asdict(entry))

    def close(self, state: str) -> Manifest:
        """Write the manifest for good."""
        self.manifest = replace(self.manifest, state=state, ended=now())
        self._log(event="end", state=state)
        with writing():
            self._store.write(NAME, self.manifest.to_json())
            if self._lost is not None:
                raise self._lost
        return self.manifest

    def _log(self, **said: Any) -> None:
        """Write a line; a disk that is full stops no brief, and is told at the end."""
        line = json.dumps({"time": now(), **said}) + "\n"
        try:
            self._store.append(LOG, line.encode())
        except OSError as error:
            self._lost = error
