/* How many edits turn one word into another. The twin of playbook/search/edit_distance.py. */

import { MIN_LENGTH_FOR_ONE_EDIT, MIN_LENGTH_FOR_TWO_EDITS } from "./constants.js";

/** The greatest edit distance at which another word may be what was meant. */
export function maxEdits(typed) {
  if (typed.length < MIN_LENGTH_FOR_ONE_EDIT) return 0;
  return typed.length >= MIN_LENGTH_FOR_TWO_EDITS ? 2 : 1;
}

/** The distances from `typed` to `word` and to its nearest prefix; `limit + 1` stands for anything greater. */
export function editDistances(typed, word, limit) {
  const tooFar = limit + 1;
  if (typed.length - word.length > limit) return [tooFar, tooFar];
  let beforeLast = [];
  let last = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= word.length; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      let best = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
        best = Math.min(best, beforeLast[column - 2] + 1);
      }
      current.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return [tooFar, tooFar];
    beforeLast = last;
    last = current;
  }
  return [Math.min(last[word.length], tooFar), Math.min(...last, tooFar)];
}
