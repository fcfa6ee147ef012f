"""Whether a review still counts: what the words of a record were when it was reviewed, and whether they have changed.

From the history in git, or from a ledger beside the records where there is none (see decision 19).
"""
