"""Search by what the patron just said: the vocabulary, the index, the ranking and the expected results.

The browser has a twin of `language`, `inflection`, `typos`, `expansion` and `ranking` in `assets/search/`; a test
shows that both give the same answers. Tables of words are written down once, in Python, and travel to the browser
with the index.
"""

from playbook.search.index import Index, build_index
from playbook.search.ranking import Result, search

__all__ = ["Index", "Result", "build_index", "search"]
