/* They said…: leaves the sentences that hold what was typed, and those that the search finds for it. */

import { keepInAddress, textInAddress } from "./address.js";
import { search } from "./search.js";

const PAUSE = 120;
const FEW = 3;
const MOST_FOUND = 8;
const WORTH_SHOWING = 0.5;

export class TheySaid {
  constructor(host, store) {
    this.host = host;
    this.store = store;
    this.form = host.querySelector("form");
    this.input = this.form.elements.said;
    this.answers = [...host.querySelectorAll("[data-answer]")];
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(), PAUSE);
    });
    this.host.addEventListener("click", ({ target }) => {
      const answer = target.closest("summary")?.parentElement;
      answer?.toggleAttribute("data-chosen", !answer.open);
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

  async show() {
    const typed = this.input.value.trim();
    this.turn = (this.turn ?? 0) + 1;
    const turn = this.turn;
    const left = typed ? await this.answering(typed) : new Set(this.answers);
    if (turn !== this.turn) return;
    for (const answer of this.answers) answer.hidden = !left.has(answer);
    for (const group of this.host.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-answer]:not([hidden])");
    }
    this.host.toggleAttribute("data-filtered", Boolean(typed));
    this.host.querySelector("[data-none]").hidden = left.size > 0;
    this.host.querySelector("[data-shown]").textContent = typed ? `${left.size} of ${this.answers.length}` : "";
    if (left.size === 1) [...left][0].open = true;
    keepInAddress({ said: typed });
  }

  async answering(typed) {
    await this.store.open();
    const wanted = this.store.language.words(typed).map(({ stem }) => stem);
    const holds = (stems) => wanted.every((word) => stems.some((stem) => stem.startsWith(word)));
    const left = new Set(this.answers.filter((answer) => this.stemsOf(answer).some(holds)));
    if (left.size >= FEW) return left;
    const { numbers } = await search(this.store, typed, WORTH_SHOWING);
    const entries = await Promise.all(numbers.slice(0, MOST_FOUND).map((number) => this.store.entry(number)));
    const found = new Set(entries.map(({ kind, id }) => `${kind}:${id}`));
    for (const answer of this.answers) if (found.has(answer.dataset.answer)) left.add(answer);
    return left;
  }
}
