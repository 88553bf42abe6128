"""What kinds of files a narrative is read from: one module a kind, each giving text."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tipdata.errors import NarrativeError
from tipdata.tables import reads


@dataclass(frozen=True)
class Document:
    """The text of a file, and the lines outside it that say what it is (page title, address)."""

    text: str
    titles: tuple[str, ...] = ()


def read_document(path: Path) -> Document:
    """Return the text of a file, told to be plain text, a web page or a PDF by what it holds."""
    reads.note(reads.EVERYTHING)  # reading prose draws on tables by ways of its own
    data = _bytes(path)
    if not data.strip(b"\x00 \t\r\n"):
        raise NarrativeError(f"{path.name} is empty; give a narrative as text, HTML or PDF")
    document = _reader(data, path)(data, path.name)
    if not document.text.strip():
        raise NarrativeError(f"{path.name} holds no text; give a narrative as text, HTML or PDF")
    return document


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise NarrativeError(f"{path.name} is a folder; give a file: .txt, .html or .pdf")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NarrativeError(f"no file {path}; give a narrative as .txt, .html or .pdf") from None
    except OSError as error:
        raise NarrativeError(f"{path.name} cannot be read: {error.strerror}") from error


def _reader(data: bytes, path: Path) -> Callable[[bytes, str], Document]:
    head = data[:4096].lower()
    if b"%pdf-" in head[:1024]:
        from tipdata.reading.formats.pdf import read
    elif path.suffix.lower() in (".html", ".htm", ".xhtml", ".mhtml", ".mht") or _is_page(head):
        from tipdata.reading.formats.web import read
    else:
        from tipdata.reading.formats.plain import read
    return read


def _is_page(head: bytes) -> bool:
    plain = head.replace(b"\x00", b"")
    return any(mark in plain for mark in (b"<!doctype html", b"<html", b"<body", b"<head>"))
