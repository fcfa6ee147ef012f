"""Browser tests wait long enough for a machine that runs everything at once; a result that is there ends the wait."""

from __future__ import annotations

from playwright.sync_api import expect

expect.set_options(timeout=30_000)
