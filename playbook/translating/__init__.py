"""For translators: which messages there are, a catalogue for a language, and what is wrong with one.

`python -m playbook.translating update de` makes or renews the catalogue of German; `check` looks at every catalogue.
Nothing here is needed to build a site.
"""
