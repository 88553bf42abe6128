"""Saved web pages: the prose of the page, without the page around it.

A library for boilerplate (trafilatura) was measured and left: it drops a paragraph that repeats
another and, in some pages, list items, and what is lost here without a word is lost for good.
"""

import email
import email.policy
import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree, html

from tipdata.errors import NarrativeError
from tipdata.reading.formats import Document
from tipdata.reading.formats.plain import decode

_NEVER = (
    *("script", "style", "noscript", "template", "svg", "form", "button", "select", "nav"),
    *("footer", "aside", "iframe", "object", "head", "figure"),
)
_NOTE_MARK = re.compile(r"\s*\[?(?:\d+|[*\u2020\u2021])\]?\s*")
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|footer|share|sharing|social|"
    r"related|comments?|cookie|banner|widget|toolbar|skip|search|pagination|wm-ipp\S*|donato)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | {
    *("address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u2009\u202f\u200b\ufeff]+")
# Control characters and entities for them, which no tree of a page may hold.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|d[89a-f]..|fff[ef])|0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]))(?![0-9a-f]);?",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

# The main part of a page is the smallest one that holds this share of its prose.
_MOST = 0.85
_PROSE = 80


def read(data: bytes, name: str) -> Document:
    """Return the prose of a web page: a blank line between paragraphs, a dot before list items.

    Entities are resolved and runs of spaces, also non-breaking ones, become one space: offsets
    count the characters of this text, not those of the file.
    """
    data = _of_archive(data)
    page = _tree(data, name)
    titles = tuple(_titles(page))
    _drop_surroundings(page)
    return Document("\n\n".join(_paragraphs(_main_part(page))), titles)


def _of_archive(data: bytes) -> bytes:
    """Return the page itself out of a web archive file (.mhtml), or the data as they are."""
    if not re.match(
        rb"\s*(?:from|mime-version|content-type|subject|date|snapshot)", data[:60], re.I
    ):
        return data
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return part.get_payload(decode=True) or data
    return data


def _tree(data: bytes, name: str) -> html.HtmlElement:
    """Return the parsed page; what is broken in it is mended as browsers do."""
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
        page = html.document_fromstring(_text(data, name).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise NarrativeError(f"{name} is no web page that can be read: {error!r}") from error
    return page


def _text(data: bytes, name: str) -> str:
    """Return a page as text, by its own word where that decodes it, else as plain text is read."""
    stated = _CHARSET.search(data[:4096])
    if stated and stated[1].lower() not in (b"utf-8", b"utf8", b"iso-8859-1", b"us-ascii"):
        try:
            return _CONTROL.sub(" ", data.decode(stated[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return _CONTROL.sub(" ", decode(data, name))


def _titles(page: html.HtmlElement) -> Iterator[str]:
    """Yield what a page says of itself: title, first headings, addresses."""
    for found in page.xpath("//title | //h1"):
        yield " ".join(found.text_content().split())
    for found in page.xpath(
        "//meta[@property='og:title' or @property='og:url']/@content"
        " | //link[@rel='canonical']/@href"
    ):
        yield " ".join(str(found).split())


def _drop_surroundings(page: html.HtmlElement) -> None:
    for element in list(page.iter(*_NEVER)):
        _drop(element)
    for element in list(page.iter("sup")):
        if _NOTE_MARK.fullmatch(element.text_content()):
            _drop(element)
    for element in list(page.xpath("//*[@class or @id or @role]")):
        said = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag not in ("body", "html", "main", "article") and (
            _AROUND.search(said) or element.get("role") in ("navigation", "banner", "contentinfo")
        ):
            _drop(element)


def _drop(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _main_part(page: html.HtmlElement) -> html.HtmlElement:
    """Return the smallest element that holds most of the page's prose."""
    prose: dict[html.HtmlElement, int] = defaultdict(int)
    for _, element in etree.iterwalk(page, events=("end",)):
        for child in element:
            prose[element] += prose.get(child, 0) if child.tag in _BLOCKS else 0
        if element.tag in _BLOCKS:
            prose[element] += _own_prose(element)
    part = page
    while True:
        inner = [child for child in part if prose.get(child, 0) >= _MOST * prose[page] > 0]
        if not inner or inner[0].tag in ("p", "li", *_HEADINGS):
            return part
        part = inner[0]


def _own_prose(element: html.HtmlElement) -> int:
    """Return how many characters of prose stand in an element itself, links not counted."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in _BLOCKS and child.tag != "a" and isinstance(child.tag, str):
            pieces.append("".join(child.itertext()))
        pieces.append(child.tail or "")
    length = len("".join(pieces).strip())
    return length if length >= _PROSE else 0


def _paragraphs(part: html.HtmlElement) -> Iterator[str]:
    """Yield the text of each block in order; a line break within one splits it where doubled."""
    pieces: list[str] = []
    for text, breaks in _flow(part):
        if breaks and pieces:
            yield from _cleaned("".join(pieces))
            pieces = []
        pieces.append(text)
    yield from _cleaned("".join(pieces))


def _flow(part: html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield the texts of a page in reading order, each with whether a block begins before it."""
    for event, element in etree.iterwalk(part, events=("start", "end")):
        block = element.tag in _BLOCKS
        if event == "start":
            lead = "\u2022 " if element.tag == "li" else ""
            lead = "\n" if element.tag == "br" else lead
            yield lead + _SPACE.sub(" ", element.text or ""), block
        elif element is not part:
            yield _SPACE.sub(" ", element.tail or ""), block


def _cleaned(block: str) -> Iterator[str]:
    for piece in re.split(r"(?:[ ]*\n[ ]*)+", block):
        line = _SPACE.sub(" ", piece).strip()
        if line and line != "\u2022":
            yield line
