"""A real browser: Debian's Chromium, driven by Playwright; without it these tests are skipped."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip(f"no browser here: none of {', '.join(NAMES)} (Debian: apt install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def shots(tmp_path_factory) -> Path:
    """Folder of the screenshots, which are kept and not compared."""
    folder = os.environ.get("TIPDATA_SCREENSHOTS")
    path = Path(folder) if folder else tmp_path_factory.mktemp("screenshots")
    path.mkdir(parents=True, exist_ok=True)
    return path


class Visit:
    """A page opened from a file, and what the browser had to say about it."""

    def __init__(self, browser: Any, path: Path, **options: Any) -> None:
        self.said: list[str] = []
        self.page = browser.new_page(**options)
        self.page.on("console", lambda each: self.said.append(f"console: {each.text}"))
        self.page.on("pageerror", lambda each: self.said.append(f"error: {each}"))
        self.page.on("dialog", self._dismiss)
        self.page.on("request", self._note)
        self._own = path.as_uri()
        self.page.goto(self._own)

    def _note(self, request: Any) -> None:
        if request.url.partition("#")[0] != self._own:
            self.said.append(f"request: {request.url[:100]}")

    def _dismiss(self, dialog: Any) -> None:
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def visit(browser) -> Iterator[Any]:
    """Open a file in the browser; closed after the test."""
    opened = []

    def open_file(path: Path, **options: Any) -> Visit:
        opened.append(Visit(browser, path, **options))
        return opened[-1]

    yield open_file
    for each in opened:
        each.page.close()
