"""The ordinary MkDocs project builds everything: measuring a peer that fails silently would prove nothing.

Hugo is not among the tests' dependencies; the measurement itself counts the pages that every peer made.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import workload
from benchmarks.contenders import CONTENDERS, place_of
from benchmarks.measuring import measure
from benchmarks.output import weigh
from benchmarks.sizes import Size

TINY = Size("XS", tips=6, departments=4, touchpoints=3)


@pytest.mark.parametrize("name", ["mkdocs", "mkdocs-lean"])
def test_every_record_has_its_page_with_its_texts_and_links(tmp_path: Path, name: str) -> None:
    place = place_of(name, TINY, tmp_path / "data", tmp_path)
    workload.write(TINY, place.data)
    CONTENDERS[name].prepare(place)
    measure(CONTENDERS[name].command(place), place.project, {"NO_MKDOCS_2_WARNING": "1"})
    assert weigh(place.output).tips == TINY.tips
    for tip_id, tip in workload.records(TINY, "tips"):
        html = (place.output / "tips" / tip_id / "index.html").read_text(encoding="utf-8")
        assert tip["title"] in html
        assert all(step in html for step in tip["do"])
        assert all(f'href="../../touchpoints/{touchpoint}/"' in html for touchpoint in tip["touchpoints"])
    for department_id, department in workload.records(TINY, "departments"):
        html = (place.output / "departments" / department_id / "index.html").read_text(encoding="utf-8")
        assert department["promise"] in html
