"""Lets browser tests wait long enough for a busy machine; a wait ends as soon as what is expected is there."""

from __future__ import annotations

from playwright.sync_api import expect

expect.set_options(timeout=30_000)
