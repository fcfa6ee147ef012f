/* The signs of an emergency: words that, wherever they stand in a query, mean that somebody is in danger. The twin of
playbook/search/signs.py. */

import { PREFIX_MARK, SIGN_FACTOR } from "./constants.js";

/** How many words of the query are signs of each urgent scenario, by the number of its entry. */
export function danger(signs, { alternatives, completions }) {
  const meant = new Map();
  for (const { token, factor, slots } of alternatives) {
    if (completions.has(token) || token.endsWith(PREFIX_MARK) || factor < SIGN_FACTOR) continue;
    meant.set(token, [...(meant.get(token) ?? []), ...slots]);
  }
  const found = new Map();
  for (const { tokens, number } of signs) {
    if (!tokens.every((token) => meant.has(token))) continue;
    const slots = found.get(number) ?? new Set();
    for (const token of tokens) for (const slot of meant.get(token)) slots.add(slot);
    found.set(number, slots);
  }
  return new Map([...found].map(([number, slots]) => [number, slots.size]));
}
