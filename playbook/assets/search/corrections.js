/* What a mistyped word may stand for. The twin of playbook/search/corrections.py: the same words with the same factors. */

import { MAX_CORRECTIONS, MAX_SOUND_EDITS, MIN_LENGTH_FOR_ONE_EDIT, MIN_SOUND_LENGTH, ONE_EDIT_FACTOR } from "./constants.js";
import { SHORT_SLIP_FACTOR, SHORT_SLIP_LENGTH, SOUND_FACTOR, SOUNDS, TWO_EDITS_FACTOR, UNFINISHED_EDIT_FACTOR } from "./constants.js";
import { editDistances, maxEdits } from "./edit-distance.js";

const SOUND_RULES = SOUNDS.map(([pattern, heard]) => [new RegExp(pattern, "g"), heard]);

/** Compares two lists by their first items that differ. */
export function byItems(first, second) {
  const place = first.findIndex((item, at) => item !== second[at]);
  if (place === -1) return 0;
  return first[place] < second[place] ? -1 : 1;
}

/** The first letter of a folded word and the consonants that are heard. */
function soundOf(word) {
  return SOUND_RULES.reduce((heard, [pattern, letters]) => heard.replace(pattern, letters), word);
}

/** Chokin for choking: one edit, although the stems differ by more. */
function withoutG(index, typed) {
  if (!index.language.isEnglish || !typed.endsWith("in")) return [];
  const [{ stem }] = index.language.words(`${typed}g`);
  return index.hasWord(stem) ? [[1, Math.abs(stem.length - typed.length), stem]] : [];
}

/** Dauter for daughter: who panics writes what is heard. Each with its edit distance. */
function soundingTheSame(index, typed) {
  const wanted = index.language.isEnglish ? soundOf(typed) : "";
  if (wanted.length < MIN_SOUND_LENGTH || index.wordsWithPrefix(typed).length) return [];
  const heard = index.wordsWithPrefix(typed[0]).filter((stem) => soundOf(stem) === wanted);
  return heard.map((stem) => [editDistances(typed, stem, MAX_SOUND_EDITS)[0], stem]).filter(([edits]) => edits <= MAX_SOUND_EDITS);
}

/** The words that a mistyped stem may stand for, with their factors. */
export function corrections(index, typed, isUnfinished, limit = maxEdits(typed)) {
  if (!limit || typed.length < 2) return [];
  const finished = withoutG(index, typed);
  const unfinished = [];
  for (const first of [...new Set([typed[0], typed[1]])].sort()) {
    for (const stem of index.wordsWithPrefix(first)) {
      const [whole, prefix] = editDistances(typed, stem, limit);
      if (whole <= limit && stem.length >= MIN_LENGTH_FOR_ONE_EDIT - 1) {
        finished.push([whole, Math.abs(stem.length - typed.length), stem]);
      } else if (isUnfinished && prefix <= 1) {
        unfinished.push([prefix, stem.length, stem]);
      }
    }
  }
  if (!finished.length && !unfinished.length) {
    return soundingTheSame(index, typed).sort(byItems).slice(0, MAX_CORRECTIONS).map(([, stem]) => [stem, SOUND_FACTOR]);
  }
  if (!finished.length) {
    return unfinished.sort(byItems).slice(0, MAX_CORRECTIONS).map(([, , stem]) => [stem, UNFINISHED_EDIT_FACTOR]);
  }
  finished.sort(byItems);
  const least = finished[0][0];
  const oneEdit = Array.from(typed).length <= SHORT_SLIP_LENGTH ? SHORT_SLIP_FACTOR : ONE_EDIT_FACTOR;
  return finished
    .slice(0, MAX_CORRECTIONS)
    .filter(([distance]) => distance === least)
    .map(([distance, , stem]) => [stem, distance === 1 ? oneEdit : TWO_EDITS_FACTOR]);
}
