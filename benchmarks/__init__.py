"""Measures how fast the playbook is, as ratios to its peers on the same content.

Three things are measured: a build that starts from nothing, the check, and what pages and search cost people in a real
Chromium. `python -m benchmarks` prints the tables and says which of the figures that are due hold. Nothing here is a
test: a slow machine fails nothing.
"""
