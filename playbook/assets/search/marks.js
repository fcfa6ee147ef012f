/* Marks the words of a text for which it was found. */

import { element } from "./elements.js";
import { prefixTokens } from "./expansion.js";
import { IS_PLAIN } from "./analysis.js";

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
const PLAIN_WORD = /[A-Za-z0-9'’]+/g;

const textCaches = new WeakMap(); // of each vocabulary by text, because most texts are shown again after the next letter

/** The words of `text` that carry a meaning, each with its position and the tokens that it answers. */
function wordsIn(store, text) {
  if (!textCaches.has(store.vocabulary)) textCaches.set(store.vocabulary, new Map());
  const textCache = textCaches.get(store.vocabulary);
  if (!textCache.has(text)) {
    const words = [...text.matchAll(IS_PLAIN.test(text) ? PLAIN_WORD : WORD)].flatMap(({ 0: piece, index }) =>
      store.language.wordsOf(piece).map(({ stem, isStop }) => {
        const answers = [stem, ...store.vocabulary.ofWord(stem), ...prefixTokens(stem)];
        return { stem, isStop, start: index, end: index + piece.length, answers };
      }));
    for (const [start, end, concepts] of store.vocabulary.spans(words)) {
      for (const { answers } of words.slice(start, end)) answers.push(...concepts);
    }
    textCache.set(text, words.filter(({ isStop }) => !isStop));
  }
  return textCache.get(text);
}

/** How like `text` is to a query for `tokens`: the different words of it that answer one, a little less for other words. */
export function likeness(store, tokens, text) {
  const answering = new Set();
  let others = 0;
  for (const { stem, answers } of wordsIn(store, text)) {
    if (answers.some((answer) => tokens.has(answer))) answering.add(stem);
    else others += 1;
  }
  return answering.size && answering.size - others / 100;
}

/** `text` as nodes, with a mark around each word that answers one of `tokens`. */
export function marked(store, tokens, text) {
  const nodes = [];
  let done = 0;
  for (const { start, end, answers } of wordsIn(store, text)) {
    if (start < done || !answers.some((answer) => tokens.has(answer))) continue;
    nodes.push(text.slice(done, start), element("mark", {}, text.slice(start, end)));
    done = end;
  }
  return [...nodes, text.slice(done)];
}
