/* The search box in the header: a combobox whose list shows results grouped by kind. */

import { keepInAddress, plainText, textInAddress } from "./address.js";
import { isComposing } from "./composing.js";
import { FETCHED_RESULTS, FETCHED_RESULTS_OF_PREFIX } from "./constants.js";
import { element } from "./elements.js";
import { classOf, grouped, resultParts } from "./results.js";
import { bestEntries, search } from "./search.js";
import { nothingFound, teachingPanel } from "./teaching.js";
import { gettext, ngettext } from "./wording.js";

const SHOWN_AT_ONCE = 5;
const PAUSE = 60;
const LONG_PAUSE = 1000;

/** Puts `nodes` into `host` unless they are there already: most letters change nothing. */
function renew(host, nodes) {
  const wanted = host.cloneNode(false);
  wanted.append(...nodes);
  if (!wanted.isEqualNode(host)) host.replaceChildren(...wanted.childNodes);
}

/** How many results are fetched if they did not arrive with the words: one word costs little, so all that are shown. */
function fetchedAtLeast({ isPrefix, wanted }) {
  if (isPrefix) return FETCHED_RESULTS_OF_PREFIX;
  return wanted.length === 1 ? SHOWN_AT_ONCE : FETCHED_RESULTS;
}

export class SearchBox {
  /** `host` is the element of overrides/partials/search.html. */
  constructor(host, store) {
    this.host = host;
    this.store = store;
    this.input = host.querySelector("input");
    this.panel = host.querySelector("[data-pb-panel]");
    this.list = host.querySelector("[role=listbox]");
    this.after = host.querySelector("[data-pb-after]");
    this.status = host.querySelector("[role=status]");
    this.active = -1;
    this.turn = 0;
    this.waiting = [];
    this.noted = textInAddress("q");
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => this.answerSoon());
    this.input.addEventListener("focus", () => this.open());
    this.input.addEventListener("blur", () => this.note());
    this.list.addEventListener("click", () => this.note());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.host.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || isComposing(event) || event.target === this.input) return;
      this.input.focus();
      this.close();
    });
    this.host.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !this.host.contains(relatedTarget)) this.close();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.host.contains(target)) this.close();
    });
    this.host.querySelector("[data-pb-close]").addEventListener("click", () => this.close());
  }

  /** Answers what was typed before this script arrived, as if it were typed now, or what the address asks for. */
  start() {
    if (this.input.value) {
      this.host.classList.add("pb-search-open");
      this.answerSoon();
      return;
    }
    this.input.value = textInAddress("q");
    if (this.input.value || document.activeElement === this.input) this.open();
  }

  open() {
    this.host.classList.add("pb-search-open");
    if (this.input.value.trim()) this.answer(SHOWN_AT_ONCE);
  }

  /** Answers when typing pauses, so that no answer is worked out for half a word. */
  answerSoon() {
    clearTimeout(this.timer);
    this.setBusy(true);
    this.timer = setTimeout(() => this.answer(SHOWN_AT_ONCE), PAUSE);
  }

  /** Writes the address when typing has stopped, because changing it is expensive in browsers. */
  noteSoon() {
    clearTimeout(this.noting);
    this.noting = setTimeout(() => this.note(), LONG_PAUSE);
  }

  note() {
    clearTimeout(this.noting);
    const typed = plainText(this.input.value).trim();
    if (typed !== this.noted) keepInAddress({ q: typed });
    this.noted = typed;
  }

  close() {
    this.note();
    clearTimeout(this.timer);
    this.turn += 1;
    this.waiting = [];
    this.setBusy(false);
    this.host.classList.remove("pb-search-open");
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }

  /** While an answer is on its way, arrows and Enter wait for it, so that they never choose from an outdated list. */
  setBusy(isBusy) {
    this.isBusy = isBusy;
    this.panel.setAttribute("aria-busy", String(isBusy));
    if (!isBusy) this.waiting.splice(0).forEach((key) => this.move(key));
  }

  announce(words) {
    this.status.textContent = words;
  }

  async answer(limit) {
    const typed = plainText(this.input.value).trim();
    if (!this.panel.hidden && this.shown === `${limit} ${this.input.value}`) {
      this.setBusy(false);
      return;
    }
    this.turn += 1;
    const turn = this.turn;
    this.noteSoon();
    if (!typed) {
      this.panel.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.announce("");
      this.setBusy(false);
      return;
    }
    this.setBusy(true);
    try {
      const asked = this.input.value; // with a space at its end, which finishes a known word
      const { answer, entries, nothing } = await this.store.ofOneBuild(() => this.found(typed, asked, limit));
      if (turn !== this.turn) return;
      this.show(typed, answer, entries, nothing);
      this.shown = `${limit} ${asked}`;
      this.setBusy(false);
    } catch {
      if (turn !== this.turn) return;
      this.list.replaceChildren();
      this.host.dispatchEvent(new Event("pb-failed"));
      this.shown = "";
      this.setBusy(false);
    }
  }

  /** What is found for `asked`, and what to say if nothing is. */
  async found(typed, asked, limit) {
    const answer = await search(this.store, asked);
    const entries = await bestEntries(this.store, answer, limit, limit > SHOWN_AT_ONCE ? limit : fetchedAtLeast(answer));
    const nothing = entries.length ? null : await nothingFound(this.store, typed, (words) => this.announce(words));
    return { answer, entries, nothing };
  }

  show(typed, answer, entries, nothing) {
    let number = 0;
    const option = (entry) => {
      const shown = element("a", {
        role: "option", id: `pb-found-${number}`, class: classOf(entry), href: entry.address, tabindex: "-1", "aria-selected": "false",
      }, ...resultParts(this.store, answer.tokens, entry));
      number += 1;
      return shown;
    };
    this.latest = { typed, answer, entries, nothing };
    renew(this.list, grouped(entries).map((group) => element("div", { role: "group", "aria-label": group[0].heading },
      element("div", { class: "pb-found-kind", "aria-hidden": "true" }, group[0].heading), ...group.map(option))));
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.hidden = entries.length === 0;
    renew(this.after, this.foot());
    this.panel.hidden = false;
    if (this.isScrolled) this.panel.scrollTop = 0;
    this.isScrolled = false;
    this.panel.onscroll ??= () => { this.isScrolled = true; }; // not earlier, because starting to listen costs a frame
    this.input.setAttribute("aria-expanded", String(entries.length > 0));
    this.announce(this.summary(answer, entries));
  }

  summary({ numbers }, entries) {
    if (!entries.length) return gettext("Nothing found. Help is below.");
    const [{ heading, title }] = entries;
    return ngettext(
      "%(count)s result. First: %(title)s (%(heading)s)",
      "%(count)s results. First: %(title)s (%(heading)s)",
      numbers.length,
      { heading, title },
    );
  }

  /** What is below the results. Its buttons look up what was found last, because they may stay while results change. */
  foot() {
    const announce = (words) => this.announce(words);
    const { answer, entries, nothing } = this.latest;
    if (nothing) return [nothing];
    const left = gettext("Show more (%(count)s in all)", { count: answer.numbers.length });
    const more = element("button", { type: "button", class: "pb-button" }, left);
    more.addEventListener("click", () => this.answer(this.latest.entries.length + SHOWN_AT_ONCE));
    const teach = element("button", { type: "button", class: "pb-button" }, gettext("Not what you meant?"));
    teach.addEventListener("click", () => {
      const panel = teachingPanel(this.store, this.latest.typed, this.latest.entries, announce);
      teach.replaceWith(panel);
      panel.querySelector(".pb-teach-other").click();
    });
    return [answer.numbers.length > entries.length && more, teach].filter(Boolean);
  }

  key(event) {
    const { key } = event;
    if (isComposing(event)) return;
    if (key === "Escape") {
      event.preventDefault();
      if (this.panel.hidden) {
        this.input.value = "";
        this.input.blur();
      }
      this.close();
      return;
    }
    if (!["ArrowDown", "ArrowUp", "Enter"].includes(key) || !(this.isBusy || this.options?.length)) return;
    if (this.panel.hidden && !this.isBusy) return;
    event.preventDefault();
    if (this.isBusy) this.waiting.push(key);
    else this.move(key);
  }

  move(key) {
    if (this.panel.hidden || !this.options?.length) return;
    if (key === "Enter") this.options[Math.max(0, this.active)].click();
    else {
      const count = this.options.length;
      const from = key === "ArrowUp" && this.active < 0 ? count : this.active;
      this.choose((from + (key === "ArrowDown" ? 1 : -1) + count) % count);
    }
  }

  choose(number) {
    this.options?.[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const chosen = this.options?.[number];
    if (!chosen) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", chosen.id);
  }
}
