/* Answers a query: parses it, fetches the shards that it needs, ranks. */

import { doubtfulStems, expand, initialsOf, parseQuery } from "./expansion.js";
import { best, isUnderstood, rank } from "./ranking.js";
import { danger, meantBy } from "./signs.js";

/** The numbers of all entries that answer `typed`, the scores by number, and what was looked for. */
export async function search(store, typed, minShare = undefined) {
  const parsed = parseQuery(store.language, typed);
  await store.loadWords(initialsOf(store.language, parsed));
  await store.loadEnglishWords(doubtfulStems(store, parsed));
  const expansion = expand(store, parsed);
  const tokens = new Set([...expansion.alternatives.map(({ token }) => token), ...expansion.sentences]);
  const postings = await store.postings(tokens);
  const isAnswered = isUnderstood(expansion, postings);
  const meant = meantBy(expansion, isAnswered);
  const urgent = danger(await store.signs(meant.keys()), meant, expansion.stops);
  const { wanted, isPrefix } = expansion;
  return { ...rank(expansion, postings, { urgent, isAnswered }, store, minShare), tokens, wanted, isPrefix };
}

/** The best of what was found as people see it, at most `limit`: the first `fetched` in any case, further ones only as far
as they have arrived. */
export async function bestEntries(store, answer, limit, fetched = limit) {
  const numbers = best(answer, limit);
  const entries = await Promise.all(numbers.slice(0, fetched).map((number) => store.entry(number)));
  for (const number of numbers.slice(fetched)) {
    if (!store.hasArrived(number)) break;
    entries.push(await store.entry(number));
  }
  return entries;
}
