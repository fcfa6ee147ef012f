/* Which entries answer a query. The twin of playbook/search/ranking.py: the same scores. */

const SURE = 90;
const WORTH_SHOWING = 0.15;
const ENOUGH = 0.33;
const UNKNOWN = 4;
const EXACT = 100;

function bestValues(expansion, postings) {
  const best = Array.from({ length: expansion.slots }, () => new Map());
  for (const { token, factor, slots } of expansion.alternatives) {
    const found = postings.get(token);
    if (!found) continue;
    for (const [impact, numbers] of found.groups) {
      const value = impact * factor;
      for (const slot of slots) {
        const ofSlot = best[slot];
        for (const number of numbers) if (value > (ofSlot.get(number) ?? 0)) ofSlot.set(number, value);
      }
    }
  }
  return best;
}

function rarityOf(expansion, postings, slot, rarest) {
  const sure = [];
  const others = [];
  for (const { token, factor, slots } of expansion.alternatives) {
    const found = postings.get(token);
    if (slots.length === 1 && slots[0] === slot && found) (factor >= SURE ? sure : others).push(found.rarity);
  }
  if (sure.length) return Math.max(1, Math.min(...sure));
  return others.length ? Math.max(1, ...others) : rarest;
}

/** The score of every entry that answers enough of a query, by its number; those far below the best are left out. */
export function rank(expansion, postings, rarest, worthShowing = WORTH_SHOWING) {
  const scores = new Map();
  if (!expansion.slots) return scores;
  const sums = new Map();
  let wanted = 0;
  bestValues(expansion, postings).forEach((ofSlot, slot) => {
    const rarity = ofSlot.size ? rarityOf(expansion, postings, slot, rarest) : Math.floor(rarest / UNKNOWN);
    wanted += rarity;
    for (const [number, value] of ofSlot) {
      let sum = sums.get(number);
      if (!sum) sums.set(number, (sum = { value: 0, covered: 0, missed: expansion.slots }));
      sum.value += value;
      sum.covered += rarity;
      sum.missed -= 1;
    }
  });
  const isEnough = ({ covered, missed }) => missed <= Number(expansion.slots > 1) || covered / wanted >= ENOUGH;
  const enough = [...sums].filter(([, sum]) => isEnough(sum));
  for (const [number, { value, covered }] of enough.length ? enough : sums) scores.set(number, value * (covered / wanted));
  const sentence = expansion.sentences.find((token) => postings.has(token));
  for (const [impact, numbers] of postings.get(sentence)?.groups ?? []) {
    for (const number of numbers) scores.set(number, (scores.get(number) ?? 0) + impact * EXACT);
  }
  const least = Math.max(0, ...scores.values()) * worthShowing;
  for (const [number, score] of scores) {
    if (score >= least) scores.set(number, score / 100);
    else scores.delete(number);
  }
  return scores;
}

/** Entry numbers by score, best first; equal ones in the order of the index. */
export function ordered(scores) {
  return [...scores].sort((first, second) => second[1] - first[1] || first[0] - second[0]).map(([number]) => number);
}
