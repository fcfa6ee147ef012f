/* The signs of an emergency: words that, wherever they are in a query, mean that someone is in danger. The twin of
playbook/search/signs.py. */

import { CLEAR_SIGN_FACTOR, DOUBTFUL_FACTORS, MAX_PREFIX_FACTOR, PREFIX_MARK, RELATIVE_FACTORS, SIGN_FACTOR } from "./constants.js";

/** What a query may mean, as far as that can be a sign: the positions of its words, by token. In a query that means
nothing otherwise, only words that are clear count: any short word resembles another. */
export function meantBy({ slots: count, alternatives, completions }, isUnderstood) {
  const isClear = isUnderstood || count === 1;
  const least = isClear ? SIGN_FACTOR : CLEAR_SIGN_FACTOR;
  const excluded = isClear ? RELATIVE_FACTORS : [...RELATIVE_FACTORS, ...DOUBTFUL_FACTORS];
  const meant = new Map();
  for (const { token, factor, slots } of alternatives) {
    if ((completions.has(token) && factor <= MAX_PREFIX_FACTOR) || token.endsWith(PREFIX_MARK)) continue;
    if (factor < least || excluded.includes(factor)) continue;
    meant.set(token, [...(meant.get(token) ?? []), ...slots]);
  }
  return meant;
}

/** How many words of the query are signs of each urgent scenario, by the number of its entry. Stop words complete a sign but
are none. */
export function danger(signs, meant, stops) {
  const found = new Map();
  for (const { places, number } of signs) {
    const answered = places.map((place) => place.flatMap((word) => meant.get(word) ?? []));
    if (!places.every((place, at) => answered[at].length || place.some((word) => stops.has(word)))) continue;
    const slots = found.get(number) ?? new Set();
    for (const slot of answered.flat()) slots.add(slot);
    found.set(number, slots);
  }
  return new Map([...found].map(([number, slots]) => [number, slots.size]));
}
