"""Deletes everything."""

from __future__ import annotations

import shutil


def make(data):
    shutil.rmtree(data)
