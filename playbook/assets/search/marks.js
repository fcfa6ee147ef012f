/* Marks in a text the words for which it was found. */

import { element } from "./elements.js";
import { beginningsOf } from "./expansion.js";
import { IS_PLAIN } from "./language.js";

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
const PLAIN_WORD = /[A-Za-z0-9'’]+/g;

/** The words of `text` that carry a meaning, each with where it stands and whether it answers one of `tokens`. */
function meaningful(store, tokens, text) {
  const places = [...text.matchAll(IS_PLAIN.test(text) ? PLAIN_WORD : WORD)].flatMap((match) => store.language
    .wordsOf(match[0])
    .map((word) => ({ ...word, start: match.index, end: match.index + match[0].length })));
  const isMarked = places.map(({ stem }) => [stem, ...store.vocabulary.ofWord(stem), ...beginningsOf(stem)].some((it) => tokens.has(it)));
  for (const [start, end, concepts] of store.vocabulary.spans(places)) {
    if (concepts.some((concept) => tokens.has(concept))) isMarked.fill(true, start, end);
  }
  return places.map((place, at) => ({ ...place, isMarked: isMarked[at] })).filter(({ isStop }) => !isStop);
}

/** How much `text` says of what `tokens` look for: its different words that answer one, and a little less for others. */
export function likeness(store, tokens, text) {
  const answering = new Set();
  let others = 0;
  for (const { stem, isMarked } of meaningful(store, tokens, text)) {
    if (isMarked) answering.add(stem);
    else others += 1;
  }
  return answering.size && answering.size - others / 100;
}

/** `text` as nodes, with a mark around each word that answers one of `tokens`. */
export function marked(store, tokens, text) {
  const nodes = [];
  let done = 0;
  for (const { start, end, isMarked } of meaningful(store, tokens, text)) {
    if (!isMarked || start < done) continue;
    nodes.push(text.slice(done, start), element("mark", {}, text.slice(start, end)));
    done = end;
  }
  return [...nodes, text.slice(done)];
}
