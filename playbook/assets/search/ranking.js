/* Which entries answer a query. The twin of playbook/search/ranking.py: the same scores.

Figures of all entries stand in arrays, by the number of the entry: a common word is in thousands of them. */

const SURE = 90;
const WORTH_SHOWING = 0.15;
const ENOUGH = 0.33;
const UNKNOWN = 4;
const EXACT = 100;

/** Raises in `best` what each entry gains by its best answer to one word; returns the numbers of those that gain. */
function answering(slot, expansion, postings, best, rarestBegun) {
  const answered = [];
  for (const { token, factor, slots } of expansion.alternatives) {
    const found = slots.includes(slot) && postings.get(token);
    if (!found) continue;
    for (const [impact, numbers] of found.groups) {
      let value = impact * factor; // of words that are begun likelier the common one is meant: no rare one counts more
      if (expansion.begun.has(token)) value = Math.floor((value * rarestBegun) / Math.max(1, found.rarity));
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

/** The numbers of the entries that answer enough of a query, in no order, and the scores by number; those far below the
best are left out. `count` is how many entries there are. */
export function rank(expansion, postings, { count, rarest }, worthShowing = WORTH_SHOWING) {
  const values = new Uint32Array(count);
  const covered = new Uint32Array(count);
  const words = new Uint8Array(count);
  const best = new Uint32Array(count);
  const met = [];
  const rarestBegun = Math.max(1, ...[...expansion.begun].map((token) => postings.get(token)?.rarity ?? 0));
  let wanted = 0;
  for (let slot = 0; slot < expansion.slots; slot += 1) {
    const answered = answering(slot, expansion, postings, best, rarestBegun);
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
  const enough = [];
  for (let at = 0; at < met.length; at += 1) {
    const number = met[at];
    if (words[number] >= most || covered[number] / wanted >= ENOUGH) enough.push(number);
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
      scores[number] += impact * EXACT;
      highest = Math.max(highest, scores[number]);
    }
  }
  const numbers = [];
  for (let at = 0; at < scored.length; at += 1) {
    const number = scored[at];
    if (scores[number] >= highest * worthShowing) numbers.push(number);
    scores[number] /= 100;
  }
  return { numbers, scores };
}

/** The numbers of the best `most` of what was found, best first; equal ones in the order of the index. */
export function best({ numbers, scores }, most) {
  const isBetter = (first, second) => scores[first] > scores[second] || (scores[first] === scores[second] && first < second);
  const found = [];
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at];
    if (found.length === most && !isBetter(number, found[most - 1])) continue;
    let place = Math.min(found.length, most - 1);
    for (; place > 0 && isBetter(number, found[place - 1]); place -= 1) found[place] = found[place - 1];
    found[place] = number;
  }
  return found;
}
