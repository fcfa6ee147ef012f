/* What to do when nothing, or the wrong thing, was found: the nearest entries, and a line that teaches the word. */

import { slipped } from "./expansion.js";
import { element } from "./elements.js";
import { resultList } from "./results.js";
import { search } from "./search.js";

const MOST_NEAR = 3;
const LISTS = ["they-said", "tip-finder", "words"];

/** Entries that are at least similar to what was typed: its words replaced by the nearest known ones. */
export async function nearestEntries(store, { read, numbers }) {
  if (numbers.length) return Promise.all(numbers.slice(0, MOST_NEAR).map((number) => store.entry(number)));
  const words = read.wanted.map(({ stem }) => {
    const near = slipped(store, stem, true, Math.max(2, Math.floor(stem.length / 3)));
    return near.length ? near[0][0] : [...store.wordsUnder(stem[0])].find((word) => word.startsWith(stem.slice(0, 4)));
  });
  const answer = await search(store, words.filter(Boolean).join(" "));
  if (!answer.numbers.length) return store.pages(LISTS);
  return Promise.all(answer.numbers.slice(0, MOST_NEAR).map((number) => store.entry(number)));
}

/** The line that adds `typed` to a record; quoted so that YAML reads back exactly what was typed. */
export function aliasLine(typed) {
  return `aliases: [${JSON.stringify(typed.replace(/\s+/g, " ").trim())}]`;
}

function proposalAddress({ repository, contact }, title, text) {
  const quote = encodeURIComponent;
  if (repository && /^https:\/\/([\w-]+\.)*gitlab\./.test(repository)) {
    return `${repository}/-/issues/new?issue[title]=${quote(title)}&issue[description]=${quote(text)}`;
  }
  if (repository) return `${repository.replace(/\/$/, "")}/issues/new?title=${quote(title)}&body=${quote(text)}`;
  if (contact && !/^https?:/.test(contact)) return `mailto:${contact}?subject=${quote(title)}&body=${quote(text)}`;
  return null;
}

/** What to do when no record is near: only people can help. */
function askPeople(store, typed) {
  const address = proposalAddress(store.manifest, `Search: nothing about “${typed}”`, `Nothing is found for “${typed}”.\n`);
  return element("p", {}, "Nobody has written about this yet. ",
    address ? element("a", { class: "pb-button", href: address }, "Ask for it") : "Tell whoever looks after this playbook.");
}

function copyButton(line, announce) {
  const button = element("button", { type: "button", class: "pb-button" }, "Copy the line");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      announce("Copied");
      button.textContent = "Copied";
    } catch {
      const range = document.createRange();
      range.selectNodeContents(line);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      announce("Selected; press Control and C");
      button.textContent = "Selected: press Ctrl C";
    }
  });
  return button;
}

/** The panel that teaches the playbook what was typed; the record is chosen among the nearest. */
export function teachingPanel(store, typed, entries, announce) {
  const records = entries.filter((entry) => entry.file);
  if (!records.length) return askPeople(store, typed);
  const line = element("code", {}, aliasLine(typed));
  const place = element("p", { class: "pb-teach-place" });
  const propose = element("a", { class: "pb-button" }, "Propose it");
  const select = element("select", {}, ...records.map((entry, at) => element("option", { value: at }, entry.title)));
  const show = () => {
    const entry = records[Number(select.value)];
    place.replaceChildren(
      "Put this line under ", element("code", {}, entry.id), " in ", element("code", {}, entry.file),
      ", or add the word to the aliases that are there:",
    );
    const title = `Search: “${typed}” should find “${entry.title}”`;
    const address = proposalAddress(store.manifest, title, `${entry.file}, under ${entry.id}:\n\n    ${aliasLine(typed)}\n`);
    propose.hidden = !address;
    if (address) propose.setAttribute("href", address);
  };
  select.addEventListener("change", show);
  show();
  return element("div", { class: "pb-teach" },
    element("label", {}, "It should find ", select), place, element("pre", {}, line),
    element("p", { class: "pb-teach-ways" }, copyButton(line, announce), propose));
}

/** Everything that is said when nothing was found. */
export function nothingFound(store, answer, typed, entries, announce) {
  return element("div", { class: "pb-nothing" },
    element("p", {}, "Nothing is called “", element("b", {}, typed), "” here."),
    entries.length > 0 && element("p", { class: "pb-label" }, entries.some(({ file }) => file) ? "The nearest" : "Look through"),
    entries.length > 0 && resultList(store, answer.tokens, entries),
    element("p", { class: "pb-label" }, "Teach the playbook this word"),
    teachingPanel(store, typed, entries, announce));
}
