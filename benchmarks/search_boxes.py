"""The search boxes that are measured, each with what shows from outside that it has answered."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from benchmarks.contenders import OURS


@dataclass(frozen=True)
class Box:
    """A search box that `/` puts the cursor into."""

    watched: str
    """Selector of the element in which everything happens; it is there from the beginning."""
    answered: str
    """JavaScript that is true when the words in the box have been answered; evaluated after each change."""
    files: re.Pattern[str]
    """Paths of the files that only search needs, below the site's root."""

    def watch(self, patience: float) -> str:
        """JavaScript for a promise of the seconds from the next key until its answer has been painted.

        The promise is rejected after `patience` seconds.
        """
        return f"""
            new Promise((resolve, reject) => {{
              let began;
              addEventListener("keydown", (event) => {{ began = event.timeStamp; }}, {{ capture: true, once: true }});
              const late = () => reject(new Error("the search box has not answered within {patience:g} s"));
              setTimeout(late, {patience * 1000});
              const observer = new MutationObserver(() => {{
                if (!({self.answered})) return;
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => resolve((performance.now() - began) / 1000)));
              }});
              const everything = {{ subtree: true, childList: true, attributes: true, characterData: true }};
              observer.observe(document.querySelector({json.dumps(self.watched)}), everything);
            }})
        """


OUR_BOX = Box(
    watched=".pb-search",
    answered="""
        !document.querySelector("[data-pb-panel]").hidden
        && document.querySelector("[data-pb-panel]").getAttribute("aria-busy") === "false"
    """,
    files=re.compile(r"^search/"),
)
MATERIAL_BOX = Box(
    watched=".md-search-result",
    answered='/matching document/.test(document.querySelector(".md-search-result__meta").textContent)',
    files=re.compile(r"^search/|^assets/javascripts/workers/"),
)
BOXES = {OURS: OUR_BOX, "mkdocs-lean": MATERIAL_BOX}
"""By contender. The ordinary MkDocs site has the same box; its navigation, which grows without end, would blur it."""
