/* Tells keys of an input method from keys that are meant for the page: with Enter someone ends a word, with arrows chooses
one. Safari reports the Enter after the word has ended, with a code of its own. */

import { OF_INPUT_METHOD } from "./constants.js";

/** Whether a key belongs to an input method. */
export function isComposing(event) {
  return event.isComposing || event.keyCode === OF_INPUT_METHOD;
}
