/* The not-found page: searches for the words in the address. */

import { plainText } from "./address.js";
import { sayItFailed } from "./elements.js";
import { resultList } from "./results.js";
import { bestEntries, search } from "./search.js";

const MAX_SHOWN = 5;

/** The words of an address as someone would type them. */
export function wordsOf(path) {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // The address has a broken escape; its letters will do as words.
  }
  return plainText(text.replace(/\.html?$/i, "").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim());
}

/** The answer to the first of `texts` that has one. */
async function firstAnswer(store, texts) {
  for (const text of texts) {
    const answer = await search(store, `${wordsOf(text)} `);
    if (answer.numbers.length) return answer;
  }
  return { numbers: [], tokens: new Set() };
}

/** Fills `host` with the pages that may have been meant: by the whole address, else by its last segment, and so on. */
export async function showNearestPages(host, store) {
  try {
    await nearestPages(host, store);
  } catch {
    sayItFailed(host.querySelector("[data-pb-nearest]"));
    host.hidden = false;
  }
}

async function nearestPages(host, store) {
  const base = new URL(store.root, location.href).pathname;
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname;
  const { answer, entries } = await store.ofOneBuild(async () => {
    const first = await firstAnswer(store, [path, ...path.split("/").reverse()]);
    return { answer: first, entries: await bestEntries(store, first, MAX_SHOWN) };
  });
  if (!entries.length) return;
  host.querySelector("[data-pb-nearest]").replaceChildren(resultList(store, answer.tokens, entries));
  host.hidden = false;
}
