/* Which entries answer a query. The twin of playbook/search/ranking.py: the same scores.

Figures of all entries stand in arrays, by the number of the entry: a common word is in thousands of them. */

const SURE = 90;
const WORTH_SHOWING = 0.15;
const ENOUGH = 0.33;
const UNKNOWN = 4;
const EXACT = 100;

/** Raises in `best` what each entry gains by its best answer to one word; returns the numbers of those that gain. */
function answering(slot, expansion, postings, best) {
  const answered = [];
  for (const { token, factor, slots } of expansion.alternatives) {
    const found = slots.includes(slot) && postings.get(token);
    if (!found) continue;
    for (const [impact, numbers] of found.groups) {
      const value = impact * factor;
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
    if (slots.length === 1 && slots[0] === slot && found) (factor >= SURE ? sure : others).push(found.rarity);
  }
  if (sure.length) return Math.max(1, Math.min(...sure));
  return others.length ? Math.max(1, ...others) : rarest;
}

/** The numbers of the entries that answer enough of a query, best first, and the scores by number; those far below the
best are left out. `count` is how many entries there are. */
export function rank(expansion, postings, { count, rarest }, worthShowing = WORTH_SHOWING) {
  const values = new Uint32Array(count);
  const covered = new Uint32Array(count);
  const words = new Uint8Array(count);
  const best = new Uint32Array(count);
  const met = [];
  let wanted = 0;
  for (let slot = 0; slot < expansion.slots; slot += 1) {
    const answered = answering(slot, expansion, postings, best);
    const rarity = answered.length ? rarityOf(expansion, postings, slot, rarest) : Math.floor(rarest / UNKNOWN);
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
  const most = expansion.slots - Number(expansion.slots > 1);
  const enough = met.filter((number) => words[number] >= most || covered[number] / wanted >= ENOUGH);
  const scores = new Float64Array(count);
  const scored = enough.length ? enough : met;
  scored.forEach((number) => { scores[number] = values[number] * (covered[number] / wanted); });
  const sentence = expansion.sentences.find((token) => postings.has(token));
  for (const [impact, numbers] of postings.get(sentence)?.groups ?? []) {
    numbers.forEach((number) => {
      if (!scores[number]) scored.push(number);
      scores[number] += impact * EXACT;
    });
  }
  let highest = 0;
  for (let at = 0; at < scored.length; at += 1) highest = Math.max(highest, scores[scored[at]]);
  const numbers = scored.filter((number) => scores[number] >= highest * worthShowing);
  numbers.forEach((number) => { scores[number] /= 100; });
  return { numbers: numbers.sort((first, second) => scores[second] - scores[first] || first - second), scores };
}
