/* Shows what was found: results grouped by kind, each with what the patron says and the words to say. */

import { element } from "./elements.js";
import { marked, likeness } from "./marks.js";
import { gettext } from "./wording.js";

/** Entries by their headings, that of the best one first. */
export function grouped(entries) {
  const groups = new Map();
  for (const entry of entries) {
    if (!groups.has(entry.heading)) groups.set(entry.heading, []);
    groups.get(entry.heading).push(entry);
  }
  return [...groups.values()];
}

/** The sentence of a patron that is most like the query; the first if none is. */
function mostLike(store, tokens, said) {
  let best = said[0] ?? "";
  let highest = 0;
  for (const sentence of said.length > 1 ? said : []) {
    const like = likeness(store, tokens, sentence);
    if (like > highest) [best, highest] = [sentence, like];
  }
  return best;
}

/** The classes of one result. */
export function classOf({ isUrgent }) {
  return isUrgent ? "pb-found pb-found-urgent" : "pb-found";
}

/** The content of one result. */
export function resultParts(store, tokens, entry) {
  const withMarks = (text) => marked(store, tokens, text);
  const quoted = (words) => withMarks(gettext("“%(words)s”", { words }));
  const said = mostLike(store, tokens, entry.said);
  return [
    element("span", { class: "pb-found-title" }, ...withMarks(entry.title)),
    !entry.isUrgent && entry.where && element("span", { class: "pb-found-where" }, ...withMarks(entry.where)),
    entry.isUrgent && element("span", { class: "pb-found-mark" }, gettext("Urgent")),
    !entry.isUrgent && entry.mark && element("span", { class: "pb-found-where" }, `· ${entry.mark}`),
    said && element("span", { class: "pb-found-question" }, ...quoted(said)),
    entry.say && element("span", { class: "pb-found-say" }, element("b", {}, gettext("Say:")), " ", ...quoted(entry.say)),
    entry.about && element("span", { class: "pb-found-about" }, ...withMarks(entry.about)),
  ];
}

/** Results as plain links, for pages that list them without a search box. */
export function resultList(store, tokens, entries) {
  return element("ul", { class: "pb-found-list" }, ...entries.map((entry) =>
    element("li", {}, element("a", { class: classOf(entry), href: entry.address }, ...resultParts(store, tokens, entry)))));
}
