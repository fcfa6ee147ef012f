/* How text becomes words that can be compared. The twin of playbook/search/language.py. */

import { rootOf, stemOf } from "./inflection.js";

const LETTERS_APART = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ħ: "h",
};
const APART = /[ßæœøđðłþıħ]/g;
const APOSTROPHES = /[’‘ʼ′´`＇]/g;
const CONTRACTION = /'(?:s|ll|re|ve|d|m)(?![\p{L}\p{N}])/gu;
const PLAIN_CONTRACTION = /'(?:s|ll|re|ve|d|m)(?![a-z0-9])/g;
const PIECE = /\p{Nd}+|[\p{L}\p{Nl}\p{No}]+/gu;
const PLAIN_PIECE = /[0-9]+|[a-z]+/g;
const INITIAL = /^\p{L}$/u;
const PLAIN_WORD = /^[A-Za-z]{2,}$/;

/** Printed English, for which patterns are enough that know only its letters; those for all letters are slow to make. */
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
    .replace(APART, (letter) => LETTERS_APART[letter])
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
    this.known = new Map(); // words met before, by their folded form
    this.pieces = new Map(); // what was asked of `wordsOf` before
    if (!this.isEnglish) return;
    this.stopWords = new Set(english.stop);
    this.halves = english.halves;
    this.spelling = english.spelling;
    this.mayVary = new RegExp(english.spelling.map(([pattern]) => `(?:${pattern})`).join("|"));
    this.irregular = new Map(Object.entries(english.irregular));
    this.suffixes = english.roots;
  }

  /** The words of `text`, each as it is compared, without inflection, and whether it carries no meaning. */
  words(text) {
    const pieces = fold(text).match(IS_PLAIN.test(text) ? PLAIN_PIECE : PIECE) ?? [];
    return initialsJoined(pieces).map((folded) => this.word(folded));
  }

  /** The same for one word as it stands in texts that are shown, where most come back. */
  wordsOf(piece) {
    if (PLAIN_WORD.test(piece)) return [this.word(piece.toLowerCase())];
    if (!this.pieces.has(piece)) this.pieces.set(piece, this.words(piece));
    return this.pieces.get(piece);
  }

  word(folded) {
    return this.known.get(folded) ?? this.meet(folded);
  }

  meet(folded) {
    const spelt = this.spelt(folded);
    const word = { spelt, stem: this.stem(spelt), isStop: this.isEnglish && this.stopWords.has(folded) };
    this.known.set(folded, word);
    return word;
  }

  /** The stem of two words written as one. */
  joined(first, second) {
    return this.stem(this.spelt(first.spelt + second.spelt));
  }

  /** Whether a word may be the first half of one that was written apart. */
  beginsCompounds({ isStop, spelt }) {
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
