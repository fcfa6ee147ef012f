/* Turns text into words that can be compared. The twin of playbook/search/analysis.py. */

import { BASE_LETTERS } from "./constants.js";
import { rootOf, stemOf } from "./inflection.js";

const APOSTROPHES = /[’‘ʼ′´`＇]/g;
const CONTRACTION = /'(?:s|ll|re|ve|d|m)(?![\p{L}\p{N}])/gu;
const PLAIN_CONTRACTION = /'(?:s|ll|re|ve|d|m)(?![a-z0-9])/g;
const PIECE = /\p{Nd}+|[\p{L}\p{Nl}\p{No}]+/gu;
const PLAIN_PIECE = /[0-9]+|[a-z]+/g;
const INITIAL = /^\p{L}$/u;
const PLAIN_WORD = /^[A-Za-z]{2,}$/;

/** English as it is printed. Patterns of ASCII letters are enough for it; those for all letters are slow to compile. */
export const IS_PLAIN = /^[\x00-\x7f‘’“”–—…]*$/;

/** `text` without case, accents and apostrophes. */
export function fold(text) {
  if (IS_PLAIN.test(text)) {
    return text.replace(APOSTROPHES, "'").toLowerCase().replace(PLAIN_CONTRACTION, "").replaceAll("'", "");
  }
  return text
    .replace(APOSTROPHES, "'")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\x00-\x7f]/g, (letter) => BASE_LETTERS[letter] ?? letter)
    .replace(CONTRACTION, "")
    .replaceAll("'", "");
}

function isInitial(piece) {
  if (piece === "a" || piece === "i" || piece.length > 2) return false;
  return IS_PLAIN.test(piece) ? /^[a-z]$/.test(piece) : INITIAL.test(piece);
}

function initialsJoined(pieces) {
  const joined = [];
  pieces.forEach((piece, at) => {
    if (at && isInitial(piece) && isInitial(pieces[at - 1])) joined[joined.length - 1] += piece;
    else joined.push(piece);
  });
  return joined;
}

/** The language of a playbook, from the tables in its manifest; null means any language but English. */
export class Language {
  constructor(english) {
    this.isEnglish = english !== null;
    this.wordCache = new Map(); // by folded form
    this.pieceCache = new Map(); // of `wordsOf`
    if (!this.isEnglish) return;
    this.stopWords = new Set(english.stop);
    this.halves = english.halves;
    this.spelling = english.spelling;
    this.mayVary = new RegExp(english.spelling.map(([pattern]) => `(?:${pattern})`).join("|"));
    this.irregular = new Map(Object.entries(english.irregular));
    this.suffixes = english.roots;
  }

  /** The words of `text`: each as it is compared, without its inflection, and whether it carries no meaning. */
  words(text) {
    const pieces = fold(text).match(IS_PLAIN.test(text) ? PLAIN_PIECE : PIECE) ?? [];
    return initialsJoined(pieces).map((folded) => this.word(folded));
  }

  /** The same for one word of a text that is shown, where most words are shown again. */
  wordsOf(piece) {
    if (PLAIN_WORD.test(piece)) return [this.word(piece.toLowerCase())];
    if (!this.pieceCache.has(piece)) this.pieceCache.set(piece, this.words(piece));
    return this.pieceCache.get(piece);
  }

  word(folded) {
    return this.wordCache.get(folded) ?? this.newWord(folded);
  }

  newWord(folded) {
    const spelt = this.spelt(folded);
    const word = { spelt, stem: this.stem(spelt), isStop: this.isEnglish && this.stopWords.has(folded) };
    this.wordCache.set(folded, word);
    return word;
  }

  /** The stem of two words written as one. */
  joined(first, second) {
    return this.stem(this.spelt(first.spelt + second.spelt));
  }

  /** Whether a word may be the first half of a compound written as two words. */
  startsCompounds({ isStop, spelt }) {
    return !isStop || this.halves.includes(spelt);
  }

  root(stem) {
    return rootOf(stem, this.suffixes);
  }

  spelt(folded) {
    if (!this.isEnglish || !this.mayVary.test(folded)) return folded;
    return this.spelling.reduce((word, [pattern, replacement]) => word.replace(new RegExp(pattern), replacement), folded);
  }

  stem(spelt) {
    return this.isEnglish ? stemOf(spelt, this.irregular) : spelt;
  }
}
