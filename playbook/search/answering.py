"""Answers of the search for people at a terminal and for other programs."""

from __future__ import annotations

import json

from playbook.model import Playbook
from playbook.search.index import build_index
from playbook.search.ranking import Result, search

DECIMALS = 6


def answer(playbook: Playbook, query: str, limit: int = 10) -> str:
    """One line for each result, best first: what it is called and its `kind:id`."""
    results = _results(playbook, query, limit)
    if not results:
        return f"Nothing is found for “{query}”.\n"
    return "".join(f"{result.score:8.2f}  {result.title}  ({result.id})\n" for result in results)


def answer_json(playbook: Playbook, query: str, limit: int = 10) -> str:
    """A list of objects with `id`, `title` and `score`, best first."""
    results = _results(playbook, query, limit)
    plain = [{"id": it.id, "title": it.title, "score": round(it.score, DECIMALS)} for it in results]
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _results(playbook: Playbook, query: str, limit: int) -> list[Result]:
    return search(build_index(playbook), query, limit)
