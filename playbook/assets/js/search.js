/* Brings search to life when it is wanted and not before: on focus, by `/` or Control-K, or when the page needs it. */
"use strict";

const host = document.querySelector("[data-pb-search]");
const asked = new Set();
const early = []; // keys that were pressed in the box before its script had come

function noteKey({ key }) {
  early.push(key);
}

function pressAgain() {
  const input = host.querySelector("input");
  input.removeEventListener("keydown", noteKey);
  for (const key of early.splice(0)) input.dispatchEvent(new KeyboardEvent("keydown", { key }));
}

function load(name, whenReady) {
  if (asked.has(name)) return;
  asked.add(name);
  const script = document.createElement("script");
  script.src = `${host.dataset.root}search/${name}.js`;
  script.dataset.root = host.dataset.root;
  script.addEventListener("load", whenReady);
  script.addEventListener("error", () => asked.delete(name));
  document.head.append(script);
}

function use() {
  const input = host.querySelector("input");
  input.focus({ preventScroll: true }); // the header is in sight
  if (document.activeElement !== input) { // on a phone, where the box must be opened first
    host.classList.add("pb-search-open");
    input.focus();
  }
  if (input.value) input.select();
}

if (host) {
  const loadBox = () => load("search", pressAgain);
  host.querySelector("input").addEventListener("focus", loadBox);
  host.querySelector("input").addEventListener("keydown", noteKey);
  host.querySelector("[data-pb-open]").addEventListener("click", use);
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const isTyping = target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
    const isSlash = key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isControlK = key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isControlK) return;
    event.preventDefault();
    use();
  });
  if (new URLSearchParams(location.search).has("q") || document.querySelector("[data-pb-not-found]")) loadBox();
  if (document.querySelector("[data-tip-finder], [data-they-said]")) load("finder");
}
