"""Watches a page in the browser for what must never happen: errors, broken policy, requests that leave the site."""

from __future__ import annotations

from collections.abc import Collection

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

_REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy broken: ${event.violatedDirective} by ${event.blockedURI || "inline code"}`)
);
"""


class Watch:
    """What went wrong in one browser context."""

    def __init__(self, context: BrowserContext, sites: Collection[str]) -> None:
        """`sites` are the beginnings of the addresses that belong to a site; it may grow."""
        self.offences: list[str] = []
        self.withheld: set[str] = set()
        """Addresses of files that the test does not let through; that they are missed is no offence."""
        self._sites = sites
        context.add_init_script(_REPORT_VIOLATIONS)
        context.on("request", self._requested)
        context.on("page", self._opened)

    def _opened(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.offences.append(f"error in {page.url}: {error}"))

        page.on("console", self._said)

    def _said(self, message: ConsoleMessage) -> None:
        is_missed = message.text.startswith("Failed to load resource") and message.location.get("url") in self.withheld
        if message.type in ("error", "warning") and not is_missed:
            self.offences.append(f"console: {message.text} ({message.location.get('url')})")

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((*self._sites, "data:", "blob:", "about:")):
            self.offences.append(f"request that leaves the site: {request.url}")
