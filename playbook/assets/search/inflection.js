/* Takes off English inflections. The twin of playbook/search/inflection.py; the tables come with the index. */

import { MIN_INFLECTED_LENGTH, MIN_ROOT_LENGTH, SHORT_WORD_LENGTH } from "./constants.js";

const SYLLABLES = /[aeiouY]+[^aeiouY]+/g;
const SHORT_END = /(?:^|[^aeiou])[aeiouy][^aeiouwxy]$/;
const DOUBLE = /([^aeioulsz])\1$/;
const ANY_DOUBLE = /([^aeiou])\1$/;
const SIBILANT_PLURAL = /(?:x|ch|sh|ss)es$/;
const Y_AFTER_CONSONANT = /(.[^aeiou])y$/;
const LETTERS = /^[a-z]+$/;

/** `word` with Y for each y that is a vowel: one that follows no other vowel. Patterns that look behind would be shorter,
but Safari before 16.4 runs no script that has one. */
function withVowels(word) {
  return word.replace(/y/g, (y, at) => (at && !"aeiou".includes(word[at - 1]) ? "Y" : y));
}

function syllables(word) {
  return (withVowels(word).match(SYLLABLES) ?? []).length;
}

function withoutPlural(word) {
  if (word.endsWith("ies")) return word.slice(0, word.length > SHORT_WORD_LENGTH ? -2 : -1);
  if (SIBILANT_PLURAL.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) return word.slice(0, -1);
  return word;
}

/** A verb without -ed or -ing as it is written by itself: with its final e, with a single consonant. */
function restored(rest) {
  if (rest.endsWith("at") || rest.endsWith("bl")) return rest + "e";
  if (DOUBLE.test(rest)) return rest.slice(0, -1);
  if (syllables(rest) === 1 && SHORT_END.test(rest)) return rest + "e";
  return rest;
}

function withoutPast(word) {
  if (word.endsWith("eed")) return syllables(word.slice(0, -"eed".length)) ? word.slice(0, -1) : word;
  if (word.endsWith("ied")) return word.slice(0, word.length > SHORT_WORD_LENGTH ? -2 : -1);
  for (const ending of ["ed", "ing"]) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    return rest.length > 1 && /[aeiouY]/.test(withVowels(rest)) ? restored(rest) : word;
  }
  return word;
}

function withoutFinalE(word) {
  if (word.endsWith("ue") && word.length > SHORT_WORD_LENGTH) return word.slice(0, -1);
  if (word.endsWith("e")) {
    const rest = word.slice(0, -1);
    const count = syllables(rest);
    return count > 1 || (count === 1 && !SHORT_END.test(rest)) ? rest : word;
  }
  return word.endsWith("ll") && syllables(word) > 1 ? word.slice(0, -1) : word;
}

/** The part of a folded English word that its inflected forms share. */
export function stemOf(word, irregular) {
  if (irregular.has(word)) return irregular.get(word);
  if (word.length < MIN_INFLECTED_LENGTH || !LETTERS.test(word)) return word;
  return withoutFinalE(withoutPast(withoutPlural(word)).replace(Y_AFTER_CONSONANT, "$1i"));
}

/** The part of a stem that related words share. */
export function rootOf(stem, suffixes) {
  let word = stem;
  for (let round = 0; round < 2; round += 1) {
    const suffix = suffixes.find((end) => word.endsWith(end) && word.length - end.length >= MIN_ROOT_LENGTH);
    if (suffix) word = word.slice(0, -suffix.length);
  }
  if (word.length > MIN_ROOT_LENGTH && /[ei]$/.test(word)) word = word.slice(0, -1);
  return word.length > MIN_ROOT_LENGTH ? word.replace(ANY_DOUBLE, "$1") : word;
}
