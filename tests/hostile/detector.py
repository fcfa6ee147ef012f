"""Opens pages in a browser and detects what ran although it should not have."""

from __future__ import annotations

from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

_TRAP = "window.pwnedBy = []; window.pwned = (what) => { window.pwnedBy.push(String(what)); };"
_LURKING = """() => {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    for (const {name, value} of element.attributes) {
      const isAddress = ["href", "src", "action", "formaction", "xlink:href", "data"].includes(name);
      if (name.startsWith("on")) found.push(`${element.tagName} ${name}`);
      if (isAddress && /^\\s*(javascript|vbscript|data:text)/i.test(value)) found.push(`${element.tagName} ${value}`);
    }
  }
  for (const name of ["base", "iframe", "object", "embed"]) if (document.querySelector(name)) found.push(name);
  return found;
}"""


class Detector:
    """A browser context with traps: `pwned` in every page, dialogs, and requests that leave the site."""

    def __init__(self, browser: Browser, site_url: str) -> None:
        self.fired: list[str] = []
        """Everything that ran, opened a dialog, sent a request outside the site, or could run from an attribute."""
        self._site_url = site_url
        # The not-found page knows nothing but the root of its server.
        self._ours = (urljoin(site_url, "/"), "data:")
        self.context: BrowserContext = browser.new_context()
        self.context.add_init_script(_TRAP)
        self.context.on("request", self._requested)
        self.context.route(lambda url: not url.startswith(self._ours), self._refuse)
        self.page: Page = self.context.new_page()
        self.page.on("dialog", lambda dialog: (self.fired.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def open(self, path: str) -> list[str]:
        """Open one page of the site and return what was detected on it."""
        before = len(self.fired)
        self.page.goto(self._site_url + path, wait_until="load")
        return self.look(path, before)

    def look(self, path: str, before: int = 0) -> list[str]:
        """What has been detected on the open page."""
        self.fired += [f"{path}: {what}" for what in self.page.evaluate("window.pwnedBy")]
        self.fired += [f"{path}: lurking {what}" for what in self.page.evaluate(_LURKING)]
        return self.fired[before:]

    def close(self) -> None:
        """Close the context."""
        self.context.close()

    def _requested(self, request: Request) -> None:
        if not request.url.startswith(self._ours):
            self.fired.append(f"request {request.url}")

    @staticmethod
    def _refuse(route: Route) -> None:
        route.abort()
