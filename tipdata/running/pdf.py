"""The page on paper: tagged PDF with bookmarks, page numbers and its fonts inside."""

from tipdata.errors import BriefError

_REMEDY = (
    "install it with: pip install 'tipdata[pdf]', and the system's Pango library where it is not "
    "there (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0)"
)


def check() -> None:
    """Raise a BriefError where no PDF can be made here."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        reason = str(error).strip().splitlines()[0]
        raise BriefError(f"PDF needs WeasyPrint ({reason}); {_REMEDY}") from None


def pdf(page: str) -> bytes:
    """Return a finished page as PDF; nothing is fetched while it is made."""
    check()
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=["data"])
    return HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
