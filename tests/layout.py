"""What is wrong with how a page lies on the screen: too wide, parts on one another, words under a button."""

from __future__ import annotations

from playwright.sync_api import Page

FAULTS = """() => {
  const lies = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
  const isInPlace = (element) => element.checkVisibility() && getComputedStyle(element).position === "static";
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push("wider than the screen");
  for (const parent of document.querySelectorAll("main *")) {
    if (!/grid|flex/.test(getComputedStyle(parent).display)) continue;
    const boxes = [...parent.children].filter(isInPlace).map((child) => [child, child.getBoundingClientRect()]);
    boxes.forEach(([part, box], at) => {
      const isOn = boxes.slice(0, at).some(([, other]) => lies(box, other));
      if (isOn) faults.push("on another: " + part.outerHTML.slice(0, 80));
    });
  }
  const words = document.createRange();
  for (const button of document.querySelectorAll(".pb-head .pb-print:not([hidden])")) {
    words.selectNodeContents(button.parentElement.querySelector("h1"));
    const isUnder = [...words.getClientRects()].some((line) => lies(line, button.getBoundingClientRect()));
    if (isUnder) faults.push("a title under its button");
  }
  return faults;
}"""


def faults_of(page: Page) -> list[str]:
    """Each fault of the page as it is shown now, in words."""
    found: list[str] = page.evaluate(FAULTS)
    return found
