/* What a query may mean. The twin of playbook/search/expansion.py: the same tokens with the same factors. */

import { IS_PLAIN } from "./language.js";
import { SHORT_WORD, allowedSlips, slips } from "./typos.js";

const QUERY_LENGTH = 200;
const QUERY_WORDS = 16;
const EXACT = 100;
const COMPOUND = 95;
const CONCEPT_OF_SPAN = 98;
const FAMILY = 55;
const ONE_SLIP = 68;
const TWO_SLIPS = 48;
const UNFINISHED_SLIP = 42;
const BEGUN = "*";
const NEIGHBOURS = "+";
const SENTENCE = ".";
const BEGUN_LETTERS = [2, 3];
const BEGUN_LEAST = 40;
const BEGUN_SPAN = 40;
const MOST_BEGUN = 16;
const SHORTEST_COMPOUND = 5;
const SHORTEST_CUT = 4;
const MOST_SLIPPED = 8;
const MOST_FAMILY = 8;
const SHORTEST_FAMILY = 4;

/** The tokens of the beginnings of a word that have one. */
export function beginningsOf(stem) {
  return BEGUN_LETTERS.map((letters) => stem.slice(0, letters) + BEGUN);
}

function endsInWord(query) {
  return /[A-Za-z0-9]$/.test(query) || (!IS_PLAIN.test(query) && /[\p{L}\p{N}]$/u.test(query));
}

/** What was read, without the letters of a word to come; as a sentence it counts with them and without. */
function withoutLast({ words, places, wanted }) {
  const mayGoOn = places.at(-2) === words.length - 2;
  const sentences = [words, words.slice(0, -1)];
  return { words, places: places.slice(0, -1), wanted: wanted.slice(0, -1), isUnfinished: false, mayGoOn, sentences };
}

/** Whether a further word is one letter of a word to come. */
function isLetter({ wanted, isUnfinished }) {
  return isUnfinished && wanted.length > 1 && wanted.at(-1).spelt.length <= 2 && /^\p{L}$/u.test(wanted.at(-1).spelt);
}

/** Whether the last word is only the beginning of one, with as many letters as `lengths` has, because it is no word. */
function endsInBeginning(index, { wanted, isUnfinished }, lengths) {
  if (!isUnfinished) return false;
  const { spelt, stem } = wanted.at(-1);
  return lengths.includes(Array.from(spelt).length) && !index.hasWord(stem);
}

/** Whether a further word is two letters of a word to come. */
function isPair(index, read) {
  return read.wanted.length > 1 && endsInBeginning(index, read, [2]);
}

/** The words of a query: all of them, those that count with their places, whether the last is unfinished, whether it may
go on because nothing stands behind it that counts, and the words as sentences. */
export function readQuery(language, typed) {
  const query = Array.from(typed.slice(0, QUERY_LENGTH * 2)).slice(0, QUERY_LENGTH).join("");
  const words = language.words(query).slice(0, QUERY_WORDS);
  const keepsAll = words.every((word) => word.isStop);
  const places = [];
  const wanted = [];
  words.forEach((word, place) => {
    if (word.isStop && !keepsAll) return;
    if (wanted.some((other) => other.stem === word.stem)) return;
    places.push(place);
    wanted.push(word);
  });
  const isLast = places.length > 0 && places.at(-1) === words.length - 1;
  const isUnfinished = isLast && endsInWord(query);
  const mayGoOn = isLast && query.endsWith(" ");
  const read = { words, places, wanted, isUnfinished, mayGoOn, sentences: words.length ? [words] : [] };
  return isLetter(read) ? withoutLast(read) : read;
}

/** The first letters under which the words that a query may mean are listed. */
export function initialsOf(language, { words, wanted }) {
  const halves = words.filter((word, place) => place + 1 < words.length && word.isStop && language.beginsCompounds(word));
  const initials = new Set(halves.map(({ spelt }) => spelt[0]));
  for (const { spelt, stem } of wanted) {
    for (const letter of [spelt[0], stem[0], stem[1]]) if (letter) initials.add(letter);
  }
  return initials;
}

function byParts(first, second) {
  const place = first.findIndex((part, at) => part !== second[at]);
  if (place === -1) return 0;
  return first[place] < second[place] ? -1 : 1;
}

function familyOf(index, word) {
  if (!index.language.isEnglish || word.stem.length < SHORTEST_FAMILY) return [];
  const wanted = index.language.root(word.stem);
  const related = index.wordsUnder(wanted.slice(0, -1));
  return related.filter((stem) => stem !== word.stem && index.language.root(stem) === wanted).slice(0, MOST_FAMILY);
}

/** The tokens of longer words: that of the letters when only a few are typed, else those of the shortest words. */
function* begunBy(index, { spelt, stem }) {
  const letters = Array.from(spelt).length;
  if (letters < 2) return;
  const longer = index.wordsUnder(spelt).filter((other) => other !== stem);
  if (longer.length && BEGUN_LETTERS.includes(letters)) {
    yield [spelt + BEGUN, BEGUN_LEAST + BEGUN_SPAN];
    return;
  }
  longer.sort((first, second) => byParts([first.length, first], [second.length, second]));
  for (const other of longer.slice(0, MOST_BEGUN)) {
    const whole = Math.max(other.length, spelt.length);
    yield* index.vocabulary.worth(other, BEGUN_LEAST + Math.floor((BEGUN_SPAN * spelt.length) / whole));
  }
}

/** The words that a mistyped stem may stand for, with their factors. */
export function slipped(index, typed, isUnfinished, most = allowedSlips(typed)) {
  if (!most || typed.length < 2) return [];
  const finished = [];
  const unfinished = [];
  for (const first of [...new Set([typed[0], typed[1]])].sort()) {
    for (const stem of index.wordsUnder(first)) {
      const [whole, start] = slips(typed, stem, most);
      if (whole <= most && stem.length >= SHORT_WORD - 1) {
        finished.push([whole, Math.abs(stem.length - typed.length), stem]);
      } else if (isUnfinished && start <= 1) {
        unfinished.push([start, stem.length, stem]);
      }
    }
  }
  if (!finished.length) {
    return unfinished.sort(byParts).slice(0, MOST_SLIPPED).map(([, , stem]) => [stem, UNFINISHED_SLIP]);
  }
  finished.sort(byParts);
  const least = finished[0][0];
  return finished
    .slice(0, MOST_SLIPPED)
    .filter(([distance]) => distance === least)
    .map(([distance, , stem]) => [stem, distance === 1 ? ONE_SLIP : TWO_SLIPS]);
}

/** What one word of the query may stand for: tokens with their factors, of the word and those like it, and of longer words
that it begins. When it must be a slip, also the likeliest word, as which it stands in sentences and beside its
neighbours. */
function meaningOf(index, word, isUnfinished) {
  const isKnown = index.hasWord(word.stem);
  const alike = familyOf(index, word).map((stem) => [stem, FAMILY]);
  if (isKnown) alike.unshift([word.stem, EXACT]);
  let begun = isUnfinished ? [...begunBy(index, word)] : [];
  const slips = isKnown || begun.length ? [] : slipped(index, word.stem, isUnfinished);
  const [likeliest, worth] = slips[0] ?? ["", 0];
  alike.push(...slips);
  if (!alike.length && !begun.length && Array.from(word.spelt).length >= SHORTEST_CUT) begun = [...begunBy(index, word)];
  return {
    alike: alike.flatMap(([stem, factor]) => [...index.vocabulary.worth(stem, factor)]),
    begun: begun.map(([token, factor]) => [token, isKnown ? Math.floor(factor / 2) : factor]),
    mended: worth > UNFINISHED_SLIP ? { spelt: likeliest, stem: likeliest, isStop: false } : null,
  };
}

/** The words that must be slips, by how they are spelt, with what is likeliest meant. */
function mendedWords(index, { words, wanted }, meanings) {
  const mended = new Map();
  meanings.forEach((meaning, slot) => { if (meaning.mended) mended.set(wanted[slot].spelt, meaning.mended); });
  for (const [start, end] of mended.size ? index.vocabulary.spans(words) : []) {
    for (const { spelt } of words.slice(start, end)) mended.delete(spelt);
  }
  return mended;
}

/** Neighbours that are a known word when they are written as one, each with the place of the first. */
function compoundsOf(index, words) {
  const found = [];
  for (let place = 0; place + 1 < words.length; place += 1) {
    const [first, second] = words.slice(place, place + 2);
    if (!index.language.beginsCompounds(first) || (first.isStop && second.isStop)) continue;
    const stem = index.language.joined(first, second);
    if (index.hasWord(stem)) found.push([place, { spelt: stem, stem, isStop: false }]);
  }
  return found;
}

/** The tokens that several words stand for together. */
function* togetherOf(index, words, places, compounds) {
  const slotsOf = (start, end) => [...places.keys()].filter((slot) => start <= places[slot] && places[slot] < end);
  for (const [start, end, concepts] of index.vocabulary.spans(words)) {
    const slots = slotsOf(start, end);
    if (slots.length) for (const concept of concepts) yield [concept, CONCEPT_OF_SPAN, slots];
  }
  for (const [place, { stem }] of compounds) {
    const slots = slotsOf(place, place + 2);
    if (slots.length) for (const [token, factor] of index.vocabulary.worth(stem, COMPOUND)) yield [token, factor, slots];
  }
}

/** The tokens of neighbours, and of words that may be two written as one. */
function* neighboursOf(index, wanted) {
  for (let slot = 0; slot + 1 < wanted.length; slot += 1) {
    yield [index.language.joined(wanted[slot], wanted[slot + 1]) + NEIGHBOURS, EXACT, [slot, slot + 1]];
  }
  for (const [slot, { stem }] of wanted.entries()) {
    if (Array.from(stem).length >= SHORTEST_COMPOUND) yield [stem + NEIGHBOURS, COMPOUND, [slot]];
  }
}

/** The tokens that answer a query that has been read, the words that they are for, and whether the last of these is so
little of a word that the next letter changes everything. */
export function expand(index, asked) {
  const read = isPair(index, asked) ? withoutLast(asked) : { ...asked };
  if (read.mayGoOn && !index.hasWord(read.wanted.at(-1).stem)) read.isUnfinished = true; // the answer stays as it was
  const meanings = read.wanted.map((word, slot) => meaningOf(index, word, read.isUnfinished && slot === read.wanted.length - 1));
  const mended = mendedWords(index, read, meanings);
  const withMended = (words) => (mended.size ? words.map((word) => mended.get(word.spelt) ?? word) : words);
  const alternatives = new Map();
  const add = (token, factor, slots) => {
    const key = `${token} ${slots.join()}`;
    if (factor > (alternatives.get(key)?.factor ?? 0)) alternatives.set(key, { token, factor, slots });
  };
  const sentences = read.sentences.map(withMended);
  const told = sentences.at(-1) ?? [];
  const compounds = compoundsOf(index, told);
  for (const found of togetherOf(index, told, read.places, compounds)) add(...found);
  for (const found of neighboursOf(index, withMended(read.wanted))) add(...found);
  for (const [place, word] of compounds.slice(0, 1)) sentences.push([...told.slice(0, place), word, ...told.slice(place + 2)]);
  meanings.forEach(({ alike, begun }, slot) => [...alike, ...begun].forEach(([token, factor]) => add(token, factor, [slot])));
  return {
    slots: read.wanted.length,
    wanted: read.wanted,
    isBegun: endsInBeginning(index, read, BEGUN_LETTERS),
    alternatives: [...alternatives.values()],
    begun: new Set(meanings.flatMap(({ begun }) => begun.map(([token]) => token))), // of words only begun
    sentences: sentences.map((words) => index.vocabulary.phrase(words) + SENTENCE),
  };
}
