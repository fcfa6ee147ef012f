/* Lists of words as they arrive: of each word only what differs from the one before it. The counterpart of
playbook/search/word_lists.py. */

const FIRST = "A".charCodeAt(0);

/** The words of a list, one to a line. */
export function linesOf(coded) {
  let before = "";
  return coded.match(/[A-Z][^A-Z]*/g).map((part) => {
    before = before.slice(0, part.charCodeAt(0) - FIRST) + part.slice(1);
    return before;
  }).join("\n");
}
