/* What a query may mean. The twin of playbook/search/expansion.py: the same tokens with the same factors. */

import { BIGRAM_MARK, PREFIX_LENGTHS, PREFIX_MARK, SENTENCE_MARK } from "./constants.js";
import { COMPOUND_FACTOR, EXACT_FACTOR, FAMILY_FACTOR, SPAN_FACTOR, UNFINISHED_EDIT_FACTOR } from "./constants.js";
import { MAX_COMPLETIONS, MAX_FAMILY, MAX_PREFIX_FACTOR, MAX_QUERY_LENGTH, MAX_QUERY_WORDS } from "./constants.js";
import { MIN_COMPOUND_LENGTH, MIN_PREFIX_FACTOR, MIN_ROOT_LENGTH, MIN_TRUNCATED_LENGTH } from "./constants.js";
import { byItems, corrections } from "./corrections.js";
import { maxEdits } from "./edit-distance.js";
import { IS_PLAIN } from "./analysis.js";

/** The tokens of those prefixes of a word that have one. */
export function prefixTokens(stem) {
  return PREFIX_LENGTHS.map((length) => stem.slice(0, length) + PREFIX_MARK);
}

function endsInWord(query) {
  return /[A-Za-z0-9]$/.test(query) || (!IS_PLAIN.test(query) && /[\p{L}\p{N}]$/u.test(query));
}

/** The query without its last word, which has hardly been started; as a sentence it counts with that word and without. */
function withoutLast({ words, places, wanted }) {
  const mayContinue = places[places.length - 2] === words.length - 2;
  const sentences = [words, words.slice(0, -1)];
  return { words, places: places.slice(0, -1), wanted: wanted.slice(0, -1), isUnfinished: false, mayContinue, sentences };
}

/** Whether a further word is a single letter. */
function endsInLetter({ wanted, isUnfinished }) {
  if (!isUnfinished || wanted.length < 2) return false;
  const { spelt } = wanted[wanted.length - 1];
  return spelt.length <= 2 && /^\p{L}$/u.test(spelt);
}

/** Whether the last word is not a word but the start of one, with one of these lengths. */
function endsInPrefix(index, { wanted, isUnfinished }, lengths) {
  if (!isUnfinished) return false;
  const { spelt, stem } = wanted[wanted.length - 1];
  return lengths.includes(Array.from(spelt).length) && !index.hasWord(stem);
}

/** Whether a further word is two letters that are not a word. */
function endsInTwoLetters(index, query) {
  return query.wanted.length > 1 && endsInPrefix(index, query, [2]);
}

/** A query as words: all of them; those that count, with their positions; whether the last is unfinished; whether it may
continue, because no further word counts yet; and the words as sentences. */
export function parseQuery(language, typed) {
  const query = Array.from(typed.slice(0, MAX_QUERY_LENGTH * 2)).slice(0, MAX_QUERY_LENGTH).join("");
  const words = language.words(query).slice(0, MAX_QUERY_WORDS);
  const keepsAll = words.every((word) => word.isStop);
  const places = [];
  const wanted = [];
  words.forEach((word, place) => {
    if (word.isStop && !keepsAll) return;
    if (wanted.some((other) => other.stem === word.stem)) return;
    places.push(place);
    wanted.push(word);
  });
  const isLast = places.length > 0 && places[places.length - 1] === words.length - 1;
  const isUnfinished = isLast && endsInWord(query);
  const mayContinue = isLast && query.endsWith(" ");
  const parsed = { words, places, wanted, isUnfinished, mayContinue, sentences: words.length ? [words] : [] };
  return endsInLetter(parsed) ? withoutLast(parsed) : parsed;
}

/** The first letters of all words that a query may mean. */
export function initialsOf(language, { words, wanted }) {
  const halves = words.filter((word, place) => place + 1 < words.length && word.isStop && language.startsCompounds(word));
  const initials = new Set(halves.map(({ spelt }) => spelt[0]));
  for (const { spelt, stem } of wanted) {
    for (const letter of [spelt[0], stem[0], stem[1]]) if (letter) initials.add(letter);
  }
  return initials;
}

/** Words made from the same root. */
function familyOf(index, word) {
  if (!index.language.isEnglish || word.stem.length < MIN_ROOT_LENGTH) return [];
  const wanted = index.language.root(word.stem);
  const related = index.wordsWithPrefix(wanted.slice(0, -1));
  return related.filter((stem) => stem !== word.stem && index.language.root(stem) === wanted).slice(0, MAX_FAMILY);
}

/** The tokens of longer words: that of the prefix if it has one, else those of the shortest words. */
function* completionsOf(index, { spelt, stem }) {
  const letters = Array.from(spelt).length;
  if (letters < 2) return;
  const longer = index.wordsWithPrefix(spelt).filter((other) => other !== stem);
  if (longer.length && PREFIX_LENGTHS.includes(letters)) {
    yield [spelt + PREFIX_MARK, MAX_PREFIX_FACTOR];
    return;
  }
  longer.sort((first, second) => byItems([first.length, first], [second.length, second]));
  for (const other of longer.slice(0, MAX_COMPLETIONS)) {
    const share = ((MAX_PREFIX_FACTOR - MIN_PREFIX_FACTOR) * spelt.length) / Math.max(other.length, spelt.length);
    yield* index.vocabulary.worth(other, MIN_PREFIX_FACTOR + Math.floor(share));
  }
}

/** What one word of the query may stand for, as tokens with their factors: the word and similar ones; longer words of
which it is a prefix; and, if it must be mistyped, the likeliest word, with which sentences and bigrams are looked up. */
function meaningOf(index, word, isUnfinished) {
  const isKnown = index.hasWord(word.stem);
  const similar = familyOf(index, word).map((stem) => [stem, FAMILY_FACTOR]);
  if (isKnown) similar.unshift([word.stem, EXACT_FACTOR]);
  let completions = isUnfinished ? [...completionsOf(index, word)] : [];
  const mayBeSlip = !isKnown && !completions.length && !index.isEnglishWord(word.stem);
  const corrected = mayBeSlip ? corrections(index, word.stem, isUnfinished) : [];
  const [likeliest, worth] = corrected[0] ?? ["", 0];
  similar.push(...corrected);
  if (!similar.length && !completions.length && Array.from(word.spelt).length >= MIN_TRUNCATED_LENGTH) {
    completions = [...completionsOf(index, word)];
  }
  return {
    similar: similar.flatMap(([stem, factor]) => [...index.vocabulary.worth(stem, factor)]),
    completions: completions.map(([token, factor]) => [token, isKnown ? Math.floor(factor / 2) : factor]),
    correction: worth > UNFINISHED_EDIT_FACTOR ? { spelt: likeliest, stem: likeliest, isStop: false } : null,
  };
}

/** The stems that are looked up in the dictionary before they are taken for slips. */
export function doubtfulStems(index, { wanted }) {
  return wanted.map(({ stem }) => stem).filter((stem) => maxEdits(stem) && !index.hasWord(stem));
}

/** Words that must be mistyped, as they are spelt, with what is most likely meant. Known misspellings are left. */
function certainCorrections(index, { words, wanted }, meanings) {
  const found = new Map();
  meanings.forEach(({ correction }, slot) => { if (correction) found.set(wanted[slot].spelt, correction); });
  for (const [start, end] of found.size ? index.vocabulary.spans(words) : []) {
    for (const { spelt } of words.slice(start, end)) found.delete(spelt);
  }
  return found;
}

/** Adjacent words that are a known word when written as one, each with the position of the first. */
function compoundsOf(index, words) {
  const found = [];
  for (let place = 0; place + 1 < words.length; place += 1) {
    const [first, second] = words.slice(place, place + 2);
    if (!index.language.startsCompounds(first) || (first.isStop && second.isStop)) continue;
    const stem = index.language.joined(first, second);
    if (index.hasWord(stem)) found.push([place, { spelt: stem, stem, isStop: false }]);
  }
  return found;
}

/** The tokens that several words stand for together. */
function* ofSeveralWords(index, words, places, compounds) {
  const slotsOf = (start, end) => [...places.keys()].filter((slot) => start <= places[slot] && places[slot] < end);
  for (const [start, end, concepts] of index.vocabulary.spans(words)) {
    const slots = slotsOf(start, end);
    if (slots.length) for (const concept of concepts) yield [concept, SPAN_FACTOR, slots];
  }
  for (const [place, { stem }] of compounds) {
    const slots = slotsOf(place, place + 2);
    if (slots.length) for (const [token, factor] of index.vocabulary.worth(stem, COMPOUND_FACTOR)) yield [token, factor, slots];
  }
}

/** The bigrams of adjacent words, and of words that may be two written as one. */
function* bigramsOf(index, wanted) {
  for (let slot = 0; slot + 1 < wanted.length; slot += 1) {
    yield [index.language.joined(wanted[slot], wanted[slot + 1]) + BIGRAM_MARK, EXACT_FACTOR, [slot, slot + 1]];
  }
  for (const [slot, { stem }] of wanted.entries()) {
    if (Array.from(stem).length >= MIN_COMPOUND_LENGTH) yield [stem + BIGRAM_MARK, COMPOUND_FACTOR, [slot]];
  }
}

/** The tokens that answer a parsed query, the words that count in it, the stems of those that do not, and whether the last
that counts is so short a prefix that the next letter changes everything. */
export function expand(index, asked) {
  const query = endsInTwoLetters(index, asked) ? withoutLast(asked) : { ...asked };
  if (query.mayContinue && !index.hasWord(query.wanted[query.wanted.length - 1].stem)) query.isUnfinished = true; // the answer stays as it was
  const meanings = query.wanted.map((word, slot) => meaningOf(index, word, query.isUnfinished && slot === query.wanted.length - 1));
  const certain = certainCorrections(index, query, meanings);
  const corrected = (words) => (certain.size ? words.map((word) => certain.get(word.spelt) ?? word) : words);
  const alternatives = new Map();
  const add = (token, factor, slots) => {
    const key = `${token} ${slots.join()}`;
    if (factor > (alternatives.get(key)?.factor ?? 0)) alternatives.set(key, { token, factor, slots });
  };
  const sentences = query.sentences.map(corrected);
  const words = sentences[sentences.length - 1] ?? [];
  const compounds = compoundsOf(index, words);
  for (const found of ofSeveralWords(index, words, query.places, compounds)) add(...found);
  for (const found of bigramsOf(index, corrected(query.wanted))) add(...found);
  for (const [place, word] of compounds.slice(0, 1)) sentences.push([...words.slice(0, place), word, ...words.slice(place + 2)]);
  for (const [slot, { similar, completions }] of meanings.entries()) {
    for (const [token, factor] of [...similar, ...completions]) add(token, factor, [slot]);
  }
  return {
    slots: query.wanted.length,
    wanted: query.wanted,
    stops: new Set(query.words.filter(({ isStop }) => isStop).map(({ stem }) => stem)),
    isPrefix: endsInPrefix(index, query, PREFIX_LENGTHS),
    alternatives: [...alternatives.values()],
    completions: new Set(meanings.flatMap(({ completions }) => completions.map(([token]) => token))),
    sentences: sentences.map((sentence) => index.vocabulary.phrase(sentence) + SENTENCE_MARK),
  };
}
