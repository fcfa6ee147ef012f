"""Turns the records of `playbook_data/` into a searchable static site, checks and paper.

`CONTRIBUTING.md` draws the rooms of this package and the one direction in which they import each other.
"""
