/* They said…: filters the answers to those whose sentences hold what was typed, or that the search finds for it. */

import { keepInAddress, textInAddress } from "./address.js";
import { sayItFailed } from "./elements.js";
import { bestEntries, search } from "./search.js";
import { nothingHere } from "./teaching.js";
import { ngettext } from "./wording.js";

const PAUSE = 120;
const FEW = 3;
const MAX_FOUND = 8;
const MIN_SHARE = 0.5;

export class TheySaid {
  constructor(host, store) {
    this.host = host;
    this.store = store;
    this.form = host.querySelector("form");
    this.input = this.form.elements.said;
    this.answers = [...host.querySelectorAll("[data-answer]")];
    this.none = host.querySelector("[data-none]");
    this.status = host.querySelector("[data-shown]");
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(), PAUSE);
    });
    this.input.value = textInAddress("said");
    if (this.input.value) this.show();
    host.dataset.ready = "yes";
  }

  /** The stems of an answer's sentences, read once. */
  stemsOf(answer) {
    this.stems ??= new Map();
    if (!this.stems.has(answer)) {
      const lines = [...answer.querySelectorAll(".pb-sentence")];
      this.stems.set(answer, lines.map((line) => this.store.language.words(line.textContent).map(({ stem }) => stem)));
    }
    return this.stems.get(answer);
  }

  /** Shows what answers, or says that the search could not be loaded. */
  async show() {
    try {
      await this.filter();
    } catch {
      sayItFailed(this.status);
    }
  }

  async filter() {
    const typed = this.input.value.trim();
    this.turn = (this.turn ?? 0) + 1;
    const turn = this.turn;
    const left = typed ? await this.answering(typed) : new Set(this.answers);
    if (turn !== this.turn) return;
    for (const answer of this.answers) answer.hidden = !left.has(answer);
    [...this.host.querySelectorAll("[data-group]")].forEach((group, at) => {
      const count = group.querySelectorAll("[data-answer]:not([hidden])").length;
      group.querySelector("[data-count]").textContent = count;
      group.hidden = count === 0;
      group.firstElementChild.open = typed ? !group.hidden : at === 0;
    });
    this.host.toggleAttribute("data-filtered", Boolean(typed));
    const found = { found: left.size };
    const counted = ngettext("%(found)s of %(count)s answer", "%(found)s of %(count)s answers", this.answers.length, found);
    this.status.textContent = typed ? counted : "";
    if (left.size === 1) [...left][0].open = true;
    keepInAddress({ said: typed });
    await this.explain(typed, left.size === 0, turn);
  }

  /** Says under the box what to do about a sentence that no one has written down. */
  async explain(typed, isNothing, turn) {
    this.none.hidden = !isNothing;
    if (!isNothing) return;
    const say = (words) => { this.status.textContent = words; };
    const nothing = await this.store.ofOneBuild(() => nothingHere(this.store, typed, say));
    if (turn === this.turn) this.none.replaceChildren(nothing);
  }

  async answering(typed) {
    const wanted = this.store.language.words(typed).map(({ stem }) => stem);
    const holds = (stems) => wanted.every((word) => stems.some((stem) => stem.startsWith(word)));
    const left = new Set(this.answers.filter((answer) => this.stemsOf(answer).some(holds)));
    if (left.size >= FEW) return left;
    const entries = await this.store.ofOneBuild(async () =>
      bestEntries(this.store, await search(this.store, typed, MIN_SHARE), MAX_FOUND));
    const found = new Set(entries.map(({ kind, id }) => `${kind}:${id}`));
    for (const answer of this.answers) if (found.has(answer.dataset.answer)) left.add(answer);
    return left;
  }
}
