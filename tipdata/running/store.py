"""Where briefs are kept: a folder, or any place that fsspec reaches (s3://, gs://, memory://)."""

from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tipdata.errors import BriefError
from tipdata.running import files


class Store(Protocol):
    """A place for files; each is written whole or not at all."""

    def read(self, name: str) -> bytes | None:
        """Return the content of a file, or None where there is none."""

    def write(self, name: str, content: bytes) -> None:
        """Write a file, over an older one of the name."""

    def append(self, name: str, content: bytes) -> None:
        """Write at the end of a file."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""

    def lock(self) -> AbstractContextManager[None]:
        """Keep other runs out of the place for a while."""


@dataclass(frozen=True)
class Folder:
    """A folder of this machine, or one that it shares with others."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    def read(self, name: str) -> bytes | None:
        """Return the content of a file, or None where there is none."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Write a file, over an older one of the name."""
        files.write(self.path / name, content)

    def append(self, name: str, content: bytes) -> None:
        """Write at the end of a file."""
        with (self.path / name).open("ab") as file:
            file.write(content)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        (self.path / name).unlink(missing_ok=True)

    @contextmanager
    def lock(self):
        """Keep other batches out of the folder, and clean up after one that was killed.

        Raises
        ------
        tipdata.errors.BriefError
            Where another batch is at work in the folder.
        """
        from filelock import FileLock, Timeout

        self.path.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.path / ".lock", timeout=0):
                for folder in (self.path, self.path / "records"):
                    files.sweep(folder)
                yield
        except Timeout:
            raise BriefError(
                f"another batch is writing to {self.path}; wait until it has ended, "
                "or give this one a folder of its own with --out"
            ) from None


@dataclass(frozen=True)
class Remote:
    """A place by its URL; credentials come from the environment, as fsspec's backends read them."""

    url: str

    def __str__(self) -> str:
        return self.url

    def _place(self, name: str):
        from fsspec.core import url_to_fs

        system, root = url_to_fs(self.url)
        return system, f"{root.rstrip('/')}/{name}"

    def read(self, name: str) -> bytes | None:
        """Return the content of a file, or None where there is none."""
        system, path = self._place(name)
        try:
            return system.cat_file(path)
        except FileNotFoundError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Write a file, over an older one of the name."""
        system, path = self._place(name)
        system.pipe_file(path, content)

    def append(self, name: str, content: bytes) -> None:
        """Write a file anew with more at its end: object stores have no other way."""
        self.write(name, (self.read(name) or b"") + content)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        system, path = self._place(name)
        try:
            system.rm_file(path)
        except FileNotFoundError:
            return

    def lock(self) -> AbstractContextManager[None]:
        """Nothing: object stores have no locks; whole objects are written, so none is ever half."""
        return nullcontext()


def store(out: Path | str) -> Store:
    """Return the store at a path or a URL."""
    return Remote(str(out)) if "://" in str(out) else Folder(Path(out))
