"""The units of the tables, in bytes and seconds."""

MEGABYTE = 1_000_000
KILOBYTE = 1_000
MILLISECOND = 0.001
