"""Text in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Columns as wide as needed, the first left-aligned, the others right-aligned; a row of two cells is a remark."""
    rows = list(rows)
    complete = [row for row in rows if len(row) != 2]
    widths = [max(len(row[column]) for row in complete if column < len(row)) for column in range(len(rows[0]))]
    widths[0] = max(len(row[0]) for row in rows)
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: tuple[str, ...], widths: Sequence[int]) -> str:
    first, *rest = row
    if len(rest) == 1:
        return f"{first:<{widths[0]}}  {rest[0]}"
    cells = (f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=False))
    return "  ".join([f"{first:<{widths[0]}}", *cells]).rstrip()
