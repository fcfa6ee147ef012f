/* How far apart two words are in slips of the finger. The twin of playbook/search/typos.py. */

const LONG_WORD = 8;
export const SHORT_WORD = 4;

/** How many slips are forgiven in a typed word. */
export function allowedSlips(word) {
  if (word.length < SHORT_WORD) return 0;
  return word.length >= LONG_WORD ? 2 : 1;
}

/** The distances from `typed` to `word` and to the nearest beginning of `word`; `most + 1` when further. */
export function slips(typed, word, most) {
  const tooFar = most + 1;
  if (typed.length - word.length > most) return [tooFar, tooFar];
  let beforeLast = [];
  let last = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const here = [row];
    let least = row;
    for (let column = 1; column <= word.length; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      let best = Math.min(last[column] + 1, here[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
        best = Math.min(best, beforeLast[column - 2] + 1);
      }
      here.push(best);
      least = Math.min(least, best);
    }
    if (least > most) return [tooFar, tooFar];
    beforeLast = last;
    last = here;
  }
  return [Math.min(last[word.length], tooFar), Math.min(...last, tooFar)];
}
