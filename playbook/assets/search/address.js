/* Reads the address of a page through an allow-list: nothing else in it has any effect. */

import { MAX_QUERY_LENGTH } from "./constants.js";

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const IS_PLAIN = /^[\x20-\x7e]*$/; // ASCII has nothing unseen; the pattern above is slow to compile

/** Text from outside, made fit to be shown and searched: cut short, and without invisible characters. */
export function plainText(text) {
  if (IS_PLAIN.test(text)) return text.slice(0, MAX_QUERY_LENGTH);
  return Array.from(text.slice(0, MAX_QUERY_LENGTH * 2)).slice(0, MAX_QUERY_LENGTH).join("").replace(UNSEEN, " ");
}

/** The one value of `name`, or an empty text. */
export function textInAddress(name) {
  return plainText(new URLSearchParams(location.search).get(name) ?? "");
}

/** The values of `name` that are among `allowed`. */
export function choicesInAddress(name, allowed) {
  return new URLSearchParams(location.search).getAll(name).flatMap((value) => value.split(",")).filter((value) => allowed.has(value));
}

/** Writes these names into the address and leaves the others; an empty value removes its name. */
export function keepInAddress(values) {
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value) wanted.set(name, value);
    else wanted.delete(name);
  }
  const query = wanted.toString().replaceAll("%2C", ",");
  try {
    history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  } catch {
    // Some browsers refuse this for a page on a file share; the page works without it.
  }
}
