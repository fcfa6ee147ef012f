/* Answers a query: reads it, fetches what it needs of the index, ranks. */

import { expand, initialsOf, readQuery } from "./expansion.js";
import { rank } from "./ranking.js";

/** The numbers of all entries that answer `typed`, best first, the scores by number, and the tokens looked for. */
export async function search(store, typed, worthShowing = undefined) {
  const read = readQuery(store.language, typed);
  await store.loadWords(initialsOf(read.wanted));
  const expansion = expand(store, read);
  const tokens = new Set([...expansion.alternatives.map(({ token }) => token), ...expansion.sentences]);
  const postings = await store.postings(tokens);
  return { ...rank(expansion, postings, store, worthShowing), tokens, read };
}
