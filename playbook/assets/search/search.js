/* Answers a query: reads it, fetches what it needs of the index, ranks. */

import { expand, initialsOf, readQuery } from "./expansion.js";
import { best, rank } from "./ranking.js";

/** The numbers of all entries that answer `typed`, the scores by number, and what was looked for. */
export async function search(store, typed, worthShowing = undefined) {
  const read = readQuery(store.language, typed);
  await store.loadWords(initialsOf(store.language, read));
  const expansion = expand(store, read);
  const tokens = new Set([...expansion.alternatives.map(({ token }) => token), ...expansion.sentences]);
  const postings = await store.postings(tokens);
  const { wanted, isBegun } = expansion;
  return { ...rank(expansion, postings, store, worthShowing), tokens, wanted, isBegun };
}

/** The best `most` of what was found, as people see them; after the first `wanted` only as far as they have come. */
export async function bestEntries(store, answer, most, wanted = most) {
  const numbers = best(answer, most);
  const entries = await Promise.all(numbers.slice(0, wanted).map((number) => store.entry(number)));
  for (const number of numbers.slice(wanted)) {
    if (!store.hasCome(number)) break;
    entries.push(await store.entry(number));
  }
  return entries;
}
