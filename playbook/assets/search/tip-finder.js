/* The tip finder: hides the tips that were not asked for, counts what each box would leave, sorts, writes the address. */

import { choicesInAddress, keepInAddress, textInAddress } from "./address.js";
import { sayItFailed } from "./elements.js";
import { best } from "./ranking.js";
import { search } from "./search.js";
import { nothingHere } from "./teaching.js";
import { gettext, ngettext } from "./wording.js";

const PAUSE = 120;
const MIN_SHARE = 0.2;
const language = document.documentElement.lang || "en";
const collator = new Intl.Collator(language);
const either = new Intl.ListFormat(language, { type: "disjunction" });

/** The facets that rule a tip out: it must have a ticked value of every facet in which something is ticked. */
export function failing(values, ticked) {
  const failed = [];
  for (const [facet, wanted] of ticked) {
    if (wanted.size && ![...wanted].some((value) => values.has(`${facet}:${value}`))) failed.push(facet);
  }
  return failed;
}

const ORDERS = {
  journey: (first, second) => first.place - second.place,
  title: (first, second) => collator.compare(first.title, second.title),
  minutes: (first, second) => first.minutes - second.minutes || first.place - second.place,
  effort: (first, second) => first.isPlanned - second.isPlanned || first.minutes - second.minutes || first.place - second.place,
};

function readTip(item, place) {
  const values = new Set(item.dataset.values.split(" "));
  return {
    item,
    place,
    values,
    home: item.parentElement,
    number: Number(item.dataset.tip),
    title: item.querySelector("a").textContent,
    minutes: Number(item.dataset.minutes) || Infinity,
    isPlanned: Number(values.has("effort:plan")),
  };
}

export class TipFinder {
  constructor(host, store) {
    this.host = host;
    this.store = store;
    this.manifest = store.manifest; // of the build that this page belongs to
    this.form = host.querySelector("form");
    this.tips = [...host.querySelectorAll("[data-tip]")].map(readTip);
    this.boxes = [...this.form.querySelectorAll("input[type=checkbox]")];
    this.facets = [...new Set(this.boxes.map(({ name }) => name))];
    this.none = host.querySelector("[data-none]");
    this.inOrder = host.querySelector("[data-in-order]");
    this.scores = null;
    this.listen();
    this.readAddress();
    this.searchText();
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", ({ target }) => {
      if (target.name !== "text") this.show();
    });
    this.form.elements.text.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.searchText(), PAUSE);
    });
    this.host.querySelector("[data-clear]").addEventListener("click", () => {
      this.form.reset();
      this.searchText();
    });
    this.host.querySelector("[data-surprise]").addEventListener("click", () => this.surprise());
    this.host.querySelector("[data-print]").addEventListener("click", () => print());
  }

  readAddress() {
    const isNarrow = matchMedia("(max-width: 60em)").matches;
    for (const facet of this.facets) {
      const boxes = this.boxes.filter(({ name }) => name === facet);
      const chosen = new Set(choicesInAddress(facet, new Set(boxes.map(({ value }) => value))));
      for (const box of boxes) box.checked = chosen.has(box.value);
      const group = boxes[0].closest("details");
      group.open = chosen.size > 0 || (group.open && !isNarrow);
    }
    const [sort] = choicesInAddress("sort", new Set(Object.keys(ORDERS)));
    if (sort) this.form.elements.sort.value = sort;
    this.form.elements.text.value = textInAddress("text");
  }

  ticked() {
    const wanted = (facet) => this.boxes.filter(({ name, checked }) => name === facet && checked).map(({ value }) => value);
    return new Map(this.facets.map((facet) => [facet, new Set(wanted(facet))]));
  }

  async searchText() {
    const typed = this.form.elements.text.value.trim();
    this.turn = (this.turn ?? 0) + 1;
    const turn = this.turn;
    let scores = null;
    let isFailed = false;
    try {
      if (typed) scores = await this.scoresOf(typed);
    } catch {
      isFailed = true; // the ticks still work
    }
    if (turn !== this.turn) return;
    this.scores = scores;
    this.show();
    if (isFailed) sayItFailed(this.none);
  }

  /** The score of each tip, by its number among the tips; those far below the best are left out. */
  async scoresOf(typed) {
    const answer = await search(this.store, typed, 0);
    const { start, end } = this.store.kinds.find(({ kind }) => kind === "tip");
    const isOfThisPage = this.store.manifest === this.manifest && end - start === this.tips.length;
    if (!isOfThisPage) throw new Error("the numbers of the tips are those of another build");
    const tips = answer.numbers.filter((number) => start <= number && number < end);
    const [first] = best({ ...answer, numbers: tips }, 1);
    const least = MIN_SHARE * answer.scores[first];
    const kept = tips.filter((number) => answer.scores[number] >= least);
    return new Map(kept.map((number) => [number - start, answer.scores[number]]));
  }

  show() {
    const ticked = this.ticked();
    const counts = new Map();
    const shown = [];
    for (const tip of this.tips) {
      const isFound = !this.scores || this.scores.has(tip.number);
      const failed = isFound ? failing(tip.values, ticked) : [];
      tip.item.hidden = !isFound || failed.length > 0;
      if (!tip.item.hidden) shown.push(tip);
      if (!isFound || failed.length > 1) continue;
      for (const value of tip.values) {
        const facet = value.slice(0, value.indexOf(":"));
        if (!failed.length || failed[0] === facet) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    this.shown = shown;
    this.place(shown);
    this.say(ticked, counts, shown.length);
    this.keep(ticked);
    this.host.dataset.ready = "yes";
  }

  /** Puts the tips under their touchpoints along the visit, or in one list if another order was asked for. */
  place(shown) {
    const sort = this.form.elements.sort.value;
    const isGrouped = sort === "journey" && !this.scores;
    const byScore = (first, second) => this.scores.get(second.number) - this.scores.get(first.number) || first.place - second.place;
    const order = sort === "journey" && this.scores ? byScore : ORDERS[sort];
    if (isGrouped) for (const tip of this.tips) tip.home.append(tip.item);
    else this.inOrder.append(...[...shown].sort(order).map(({ item }) => item));
    this.inOrder.hidden = isGrouped;
    for (const group of this.host.querySelectorAll("[data-group]")) {
      group.hidden = !isGrouped || !group.querySelector("[data-tip]:not([hidden])");
    }
  }

  say(ticked, counts, count) {
    for (const place of this.host.querySelectorAll("[data-count]")) place.textContent = counts.get(place.dataset.count) ?? 0;
    const chosen = [];
    for (const [facet, values] of ticked) {
      const ticks = this.host.querySelector(`[data-ticked="${facet}"]`);
      ticks.textContent = values.size ? `(${values.size})` : "";
      const words = this.boxes.filter(({ name, checked }) => name === facet && checked).map((box) => box.nextElementSibling.textContent);
      if (words.length) chosen.push(either.format(words));
    }
    const typed = this.form.elements.text.value.trim();
    if (typed) chosen.unshift(gettext("“%(words)s”", { words: typed }));
    this.host.querySelector("[data-chosen]").textContent = chosen.join(" · ");
    this.host.querySelector("[data-shown]").textContent = ngettext("%(count)s tip", "%(count)s tips", count);
    this.none.hidden = count > 0;
    if (!count) this.explain(typed);
    this.host.querySelector("[data-surprise]").disabled = count === 0;
    this.host.querySelector("[data-print]").disabled = count === 0;
  }

  /** Says what to do if nothing is left: about the words if they find no tip, else about the ticks. */
  async explain(typed) {
    this.none.textContent = gettext("No tip matches all of these. Untick something, use fewer words, or clear all.");
    if (!typed || this.scores.size) return;
    const turn = this.turn;
    const say = (words) => { this.host.querySelector("[data-shown]").textContent = words; };
    try {
      const nothing = await this.store.ofOneBuild(() => nothingHere(this.store, typed, say));
      if (turn === this.turn) this.none.replaceChildren(nothing);
    } catch {
      if (turn === this.turn) sayItFailed(this.none);
    }
  }

  keep(ticked) {
    const values = Object.fromEntries([...ticked].map(([facet, chosen]) => [facet, [...chosen].join(",")]));
    const sort = this.form.elements.sort.value;
    keepInAddress({ ...values, sort: sort === "journey" ? "" : sort, text: this.form.elements.text.value.trim() });
  }

  surprise() {
    if (!this.shown.length) return;
    this.shown[Math.floor(Math.random() * this.shown.length)].item.querySelector("a").click();
  }
}
