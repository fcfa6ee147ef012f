"""Search by what the patron has just said: the vocabulary, the index, the ranking and the expected results.

`expansion`, `ranking`, `edit_distance`, `inflection`, `analysis` and `vocabulary` have twins in `assets/search/` that
answer in the browser, and a test shows that both give the same results. Their constants and tables of words are written
only in Python and travel to the browser with the index.
"""

from playbook.search.inverted_index import Index, build_index
from playbook.search.ranking import Result, search

__all__ = ["Index", "Result", "build_index", "search"]
