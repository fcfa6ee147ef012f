/* What to do if nothing was found, or the wrong thing: what helps on shift, and a line that teaches the word. */

import { element } from "./elements.js";
import { resultList } from "./results.js";
import { bestEntries, search } from "./search.js";
import { gettext, withNodes } from "./wording.js";

const MAX_ELSEWHERE = 3;
const MAX_OFFERED = 8;
const MAX_CONSIDERED = 24; // not all of them can be taught a word
const MAX_NAME_LENGTH = 100;

/** The line that adds `typed` to a record; quoted so that YAML reads back exactly what was typed. */
export function aliasLine(typed) {
  return `aliases: [${JSON.stringify(typed.replace(/\s+/g, " ").trim())}]`;
}

/** Where the title and the text can be proposed; null if the playbook names no place. */
function proposalAddress({ proposals }, title, text) {
  const words = { title, text };
  return proposals && proposals.replace(/\{(title|text)\}/g, (_, name) => encodeURIComponent(words[name]));
}

function copyButton(line, announce) {
  const button = element("button", { type: "button", class: "pb-button" }, gettext("Copy the line"));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      button.textContent = gettext("Copied");
    } catch {
      const range = document.createRange();
      range.selectNodeContents(line);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      button.textContent = gettext("Selected. Press Ctrl+C to copy.");
    }
    announce(button.textContent);
  });
  return button;
}

/** Records that can be taught a word, found by what is typed of their name. */
async function recordsCalled(store, name) {
  const entries = await store.ofOneBuild(async () => bestEntries(store, await search(store, name), MAX_CONSIDERED));
  return entries.filter(({ file }) => file).slice(0, MAX_OFFERED);
}

/** The controls that choose the record a word belongs to: one of the nearest, or one found by part of its name. */
function chooser(store, nearest, choose) {
  let records = nearest;
  const hint = gettext("type part of its name");
  const name = element("input", { type: "text", maxlength: MAX_NAME_LENGTH, autocomplete: "off", placeholder: hint });
  const select = element("select");
  const shouldFind = gettext("It should find:");
  const oneOfThem = element("label", {}, shouldFind, " ", select);
  const whose = element("span");
  const offer = () => {
    select.replaceChildren(...records.map((entry, at) => element("option", { value: at }, entry.title)));
    oneOfThem.hidden = records.length === 0;
    whose.textContent = records.length ? gettext("or another record:") : shouldFind;
    choose(records[0]);
  };
  name.addEventListener("input", async () => {
    const wanted = name.value;
    const found = wanted.trim() ? await recordsCalled(store, wanted).catch(() => nearest) : nearest;
    if (wanted !== name.value) return;
    records = found;
    offer();
  });
  select.addEventListener("change", () => choose(records[Number(select.value)]));
  offer();
  return element("div", {}, oneOfThem, element("label", {}, whose, " ", name));
}

/** The panel that teaches the playbook what was typed, for the nearest record until another is chosen. The controls for
choosing are made only when they are wanted, because controls are expensive. */
export function teachingPanel(store, typed, entries, announce) {
  const nearest = entries.filter((entry) => entry.file);
  const line = element("code", {}, aliasLine(typed));
  const place = element("p", { class: "pb-teach-place" });
  const propose = element("a", { class: "pb-button" }, gettext("Propose it"));
  const choose = (entry) => {
    const { id, file, title } = entry ?? {};
    const words = { words: typed, title };
    const where = entry
      ? gettext("Add this line under %(id)s in %(file)s, or add the words to the aliases already there:")
      : gettext("Add this line under the record that it should find, or add the words to the aliases already there:");
    place.replaceChildren(...withNodes(where, { id: element("code", {}, id), file: element("code", {}, file) }));
    const subject = entry
      ? gettext("Search: “%(words)s” should find “%(title)s”", words)
      : gettext("Search: nothing found for “%(words)s”", words);
    const whose = entry ? `${file} (${id}):\n\n` : "";
    const address = proposalAddress(store.manifest, subject, `${whose}    ${aliasLine(typed)}\n`);
    propose.hidden = !address;
    if (address) propose.setAttribute("href", address);
  };
  const label = nearest.length ? gettext("Choose another record") : gettext("Choose the record");
  const other = element("button", { type: "button", class: "pb-button pb-teach-other" }, label);
  const panel = element("div", { class: "pb-teach" },
    place, element("pre", {}, line), element("p", { class: "pb-teach-ways" }, copyButton(line, announce), propose, other));
  other.addEventListener("click", () => {
    panel.prepend(chooser(store, nearest, choose));
    panel.querySelector("label:not([hidden]) :is(select, input)").focus();
    other.remove();
    panel.scrollIntoView({ block: "nearest" });
  });
  choose(nearest[0]);
  return panel;
}

/** Who helps and where, before anything else: doors, people with the way to reach them, pages to look through. */
async function whatHelps(store) {
  const help = store.manifest.help.map(([words, how, address, isUrgent]) =>
    element("li", {}, element("a", { class: isUrgent ? "pb-help pb-help-urgent" : "pb-help", href: store.root + address }, words), how && ` ${how}`));
  return [element("ul", { class: "pb-helps" }, ...help), resultList(store, new Set(), await store.lists())];
}

/** What an editor could do about it, folded. */
function teachingFold(store, typed, entries, announce) {
  const fold = element("details", { class: "pb-teach-fold" }, element("summary", {}, gettext("Add these words to the search")));
  fold.addEventListener("toggle", () => fold.append(teachingPanel(store, typed, entries, announce)), { once: true });
  return fold;
}

const inBold = (words) => element("b", {}, words);

/** Everything to say if nothing was found. */
export async function nothingFound(store, typed, announce) {
  return element("div", { class: "pb-nothing" },
    element("p", {}, ...withNodes(gettext("Nothing found for “%(words)s”."), { words: inBold(typed) })),
    element("p", { class: "pb-label" }, gettext("Where to get help")),
    ...await whatHelps(store),
    teachingFold(store, typed, [], announce));
}

/** The same on a page that holds only some of the records: first what the others say about it. */
export async function nothingHere(store, typed, announce) {
  const answer = await search(store, typed);
  const entries = await bestEntries(store, answer, MAX_ELSEWHERE);
  if (!entries.length) return nothingFound(store, typed, announce);
  return element("div", { class: "pb-nothing" },
    element("p", {}, ...withNodes(gettext("Nothing on this page for “%(words)s”. On other pages:"), { words: inBold(typed) })),
    resultList(store, answer.tokens, entries),
    teachingFold(store, typed, entries, announce));
}
