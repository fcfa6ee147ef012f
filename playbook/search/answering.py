"""Search results as text for a terminal and as JSON for other programs."""

from __future__ import annotations

import json

from playbook.model import Playbook
from playbook.search.inverted_index import build_index
from playbook.search.ranking import Result, search

DECIMALS = 6


def answer(playbook: Playbook, query: str, limit: int = 10) -> str:
    """One line for each result, best first, with its score, its title and its `kind:id`."""
    results = _results(playbook, query, limit)
    if not results:
        return f"Nothing is found for “{query}”.\n"
    return "".join(f"{result.score:8.2f}  {result.title}  ({result.id})\n" for result in results)


def answer_json(playbook: Playbook, query: str, limit: int = 10) -> str:
    """A list of objects with `id`, `title` and `score`, best first."""
    plain = [
        {"id": result.id, "title": result.title, "score": round(result.score, DECIMALS)}
        for result in _results(playbook, query, limit)
    ]
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _results(playbook: Playbook, query: str, limit: int) -> list[Result]:
    return search(build_index(playbook), query, limit)
