/* Words that mean the same. The twin of playbook/search/vocabulary.py. */

import { CONCEPT_FACTOR, MAX_FORM_WORDS } from "./constants.js";

export class Vocabulary {
  /** `lines` are those of the manifest, each with concepts and the forms that may mean them, with tabs between. */
  constructor(lines) {
    this.concepts = new Map();
    this.openers = new Set();
    for (const line of lines ? lines.split("\n") : []) {
      const [meant, ...forms] = line.split("\t");
      for (const form of forms) {
        this.concepts.set(form, meant.split(" "));
        if (form.includes(" ")) this.openers.add(form.split(" ", 1)[0]);
      }
    }
  }

  /** The tokens of a word with this factor, each with its own: the word itself and its concepts. */
  *worth(stem, factor) {
    yield [stem, factor];
    for (const concept of this.ofWord(stem)) yield [concept, Math.floor((factor * CONCEPT_FACTOR) / 100)];
  }

  ofWord(stem) {
    return this.concepts.get(stem) ?? [];
  }

  /** The forms of several words as [start, end, concepts], by position, the longest first. */
  spans(words) {
    const found = [];
    words.forEach((word, start) => {
      if (!this.openers.has(word.stem)) return;
      for (let end = Math.min(start + MAX_FORM_WORDS, words.length); end > start + 1; end -= 1) {
        const form = words.slice(start, end).map(({ stem }) => stem).join(" ");
        if (this.concepts.has(form)) found.push([start, end, this.concepts.get(form)]);
      }
    });
    return found;
  }

  /** One sentence for every way of saying it. */
  phrase(words) {
    const longest = new Map();
    for (const [start, end, concepts] of this.spans(words)) {
      if (!longest.has(start)) longest.set(start, [end, concepts[0]]);
    }
    const keepsAll = words.every((word) => word.isStop);
    const parts = [];
    for (let place = 0; place < words.length; ) {
      const word = words[place];
      const [end, concept] = longest.get(place) ?? [place + 1, ""];
      if (concept) parts.push(concept);
      else if (keepsAll || !word.isStop) parts.push(this.ofWord(word.stem)[0] ?? word.stem);
      place = end;
    }
    return parts.join(" ");
  }
}
