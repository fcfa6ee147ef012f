/* Which entries answer a query. The twin of playbook/search/ranking.py: the same scores.

Figures of entries are kept in arrays, by the number of the entry, because a common word is in thousands of them. */

import { EXACT_FACTOR, LEAST_WORTH, LIKELY_WORTH, MIN_COVERAGE, MIN_SCORE_SHARE, SURE_FACTOR } from "./constants.js";
import { DOUBTFUL_FACTORS, SURE_WORTH, UNKNOWN_DIVISOR } from "./constants.js";

const NO_WORD = /^(?:\p{Nd}+|.)$/u;

/** Notes in `best` what each entry gains by its best answer to one word, and returns the numbers of those that gain. */
function answering(slot, expansion, postings, best, rarestCompletion) {
  const answered = [];
  for (const { token, factor, slots } of expansion.alternatives) {
    const found = slots.includes(slot) && postings.get(token);
    if (!found) continue;
    for (const [impact, numbers] of found.groups) {
      let value = impact * factor; // a common completion is likelier to be meant: a rare one must not win
      if (expansion.completions.has(token)) value = Math.floor((value * rarestCompletion) / Math.max(1, found.rarity));
      for (let at = 0; at < numbers.length; at += 1) {
        const number = numbers[at];
        if (value <= best[number]) continue;
        if (!best[number]) answered.push(number);
        best[number] = value;
      }
    }
  }
  return answered;
}

function rarityOf(expansion, postings, slot, rarest) {
  const sure = [];
  const others = [];
  for (const { token, factor, slots } of expansion.alternatives) {
    const found = postings.get(token);
    if (slots.length === 1 && slots[0] === slot && found) (factor >= SURE_FACTOR ? sure : others).push(found.rarity);
  }
  if (sure.length) return Math.max(1, Math.min(...sure));
  return others.length ? Math.max(1, ...others) : rarest;
}

/** Whether a query is a known sentence or enough of its words mean something. Otherwise the few that do would answer
another question. */
export function isUnderstood({ slots, alternatives, completions, sentences }, postings) {
  if (sentences.some((token) => postings.has(token))) return true;
  const worth = Array(slots).fill(0);
  for (const { token, factor, slots: answered } of alternatives) {
    const found = postings.get(token);
    if (!found || (slots > 1 && DOUBTFUL_FACTORS.includes(factor))) continue;
    const isKnown = !NO_WORD.test(token) && !completions.has(token) && !found.isForeign;
    const isSure = isKnown && factor >= SURE_FACTOR;
    for (const slot of answered) worth[slot] = Math.max(worth[slot], isSure ? SURE_WORTH : LIKELY_WORTH);
  }
  return worth.reduce((sum, of) => sum + of, 0) >= LEAST_WORTH * slots;
}

/** The numbers of the entries that answer enough of a query, in no order, and their scores by number. Those far below the
best are left out. `urgent` says how many words are signs of each emergency: these come before all others, and only they if
nothing else is answered. `count` is the number of all entries. */
export function rank(expansion, postings, { urgent, isAnswered }, { count, rarest }, minShare = MIN_SCORE_SHARE) {
  const values = new Uint32Array(count);
  const covered = new Uint32Array(count);
  const words = new Uint8Array(count);
  const best = new Uint32Array(count);
  const met = [];
  const rarestCompletion = Math.max(1, ...[...expansion.completions].map((token) => postings.get(token)?.rarity ?? 0));
  let wanted = 0;
  for (let slot = 0; slot < expansion.slots; slot += 1) {
    const answered = answering(slot, expansion, postings, best, rarestCompletion);
    const rarity = answered.length ? rarityOf(expansion, postings, slot, rarest) : Math.floor(rarest / UNKNOWN_DIVISOR);
    wanted += rarity;
    for (let at = 0; at < answered.length; at += 1) {
      const number = answered[at];
      if (!words[number]) met.push(number);
      values[number] += best[number];
      covered[number] += rarity;
      words[number] += 1;
      best[number] = 0;
    }
  }
  const nearlyAll = expansion.slots - Number(expansion.slots > 1);
  const enough = [];
  for (let at = 0; at < met.length; at += 1) {
    const number = met[at];
    if (words[number] >= nearlyAll || covered[number] / wanted >= MIN_COVERAGE) enough.push(number);
  }
  const scored = enough.length ? enough : met;
  const scores = new Float64Array(count);
  let highest = 0;
  for (let at = 0; at < scored.length; at += 1) {
    const number = scored[at];
    const score = values[number] * (covered[number] / wanted);
    scores[number] = score;
    if (score > highest) highest = score;
  }
  const sentence = expansion.sentences.find((token) => postings.has(token));
  for (const [impact, numbers] of postings.get(sentence)?.groups ?? []) {
    for (const number of numbers) {
      if (!scores[number]) scored.push(number);
      scores[number] += impact * EXACT_FACTOR;
      highest = Math.max(highest, scores[number]);
    }
  }
  if (!isAnswered) highest = Math.max(0, ...[...urgent.keys()].map((number) => scores[number]));
  const numbers = [...urgent.keys()];
  for (let at = 0; at < scored.length; at += 1) {
    const number = scored[at];
    if (isAnswered && !urgent.has(number) && scores[number] >= highest * minShare) numbers.push(number);
  }
  for (const [number, words] of urgent) scores[number] += (highest + 1) * words;
  for (const number of numbers) scores[number] /= 100;
  return { numbers, scores };
}

/** The numbers of the best of what was found, at most `limit`, best first; equal ones in the order of the index. */
export function best({ numbers, scores }, limit) {
  const isBetter = (first, second) => scores[first] > scores[second] || (scores[first] === scores[second] && first < second);
  const found = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at];
    if (found.length === limit && !isBetter(number, found[limit - 1])) continue;
    let place = Math.min(found.length, limit - 1);
    for (; place > 0 && isBetter(number, found[place - 1]); place -= 1) found[place] = found[place - 1];
    found[place] = number;
  }
  return found;
}
