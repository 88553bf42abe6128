"""Plain text, in the encodings that narratives are met in."""

import codecs
import re

from tipdata.errors import NarrativeError
from tipdata.reading.formats import Document

# A byte order mark, longest first, and the encoding that it opens.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A letter beyond ASCII in UTF-8 (the group), or a byte that is none.
_HIGH = re.compile(
    rb"([\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})|[\x80-\xff]"
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def read(data: bytes, name: str) -> Document:
    """Return the text of a file: decoded, without a byte order mark, lines ended by a line feed."""
    text = decode(data, name)
    return Document(text.replace("\r\n", "\n").replace("\r", "\n"))


def decode(data: bytes, name: str) -> str:
    """Return bytes as text: by byte order mark, else UTF-8 or UTF-16 if they are, else cp1252.

    A file that mixes UTF-8 and cp1252 (pasted from several places) is read as both. A byte that
    is no letter anywhere becomes U+FFFD.

    Raises
    ------
    NarrativeError
        For bytes among which too many are control characters: they are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _utf16_order(data)
    if wide:
        return data.decode(wide, errors="replace")
    head = data[:100_000]
    if len(_CONTROL.findall(head)) * 50 > len(head):
        raise NarrativeError(f"{name} is no text; give a narrative as text, HTML or PDF")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _HIGH.sub(_as_utf8, data).decode("utf-8", errors="replace")


def _as_utf8(found: re.Match) -> bytes:
    return found[0] if found[1] else found[0].decode("cp1252", errors="replace").encode()


def _utf16_order(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: every other byte of English is zero."""
    head = data[:2000]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    if half and head[0::2].count(0) > 0.7 * half:
        return "utf-16-be"
    return None
