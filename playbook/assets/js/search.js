/* Brings search to life when it is wanted and not before: on focus, by `/` or Control-K, or when the page needs it. */
"use strict";

const host = document.querySelector("[data-pb-search]");
const PAGES = "[data-pb-not-found], [data-tip-finder], [data-they-said]";

function load() {
  if (!host || host.dataset.loaded) return;
  host.dataset.loaded = "yes";
  const script = document.createElement("script");
  script.src = `${host.dataset.root}search/search.js`;
  script.dataset.root = host.dataset.root;
  script.addEventListener("error", () => delete host.dataset.loaded);
  document.head.append(script);
}

if (host) {
  const input = host.querySelector("input");
  input.addEventListener("focus", load);
  host.querySelector("[data-pb-open]").addEventListener("click", () => {
    host.classList.add("pb-search-open");
    input.focus();
  });
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const isTyping = target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
    const isSlash = key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isControlK = key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isControlK) return;
    event.preventDefault();
    host.classList.add("pb-search-open");
    input.focus();
    input.select();
  });
  if (new URLSearchParams(location.search).has("q") || document.querySelector(PAGES)) load();
}
