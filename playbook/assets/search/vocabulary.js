/* Words that mean the same. The twin of playbook/search/vocabulary.py. */

const LONGEST_FORM = 4;
const CONCEPT_OF_WORD = 92;

export class Vocabulary {
  /** From the manifest: a form, a tab and its concepts on each line. */
  constructor(lines) {
    this.concepts = new Map();
    this.openers = new Set();
    for (const line of lines ? lines.split("\n") : []) {
      const [form, concepts] = line.split("\t");
      this.concepts.set(form, concepts.split(" "));
      if (form.includes(" ")) this.openers.add(form.split(" ", 1)[0]);
    }
  }

  /** The tokens of a word that counts `factor` percent, each with what it counts: itself and its concepts. */
  *worth(stem, factor) {
    yield [stem, factor];
    for (const concept of this.ofWord(stem)) yield [concept, Math.floor((factor * CONCEPT_OF_WORD) / 100)];
  }

  ofWord(stem) {
    return this.concepts.get(stem) ?? [];
  }

  /** Forms of several words: from, up to, the concepts; by place, the longest first. */
  spans(words) {
    const found = [];
    words.forEach((word, start) => {
      if (!this.openers.has(word.stem)) return;
      for (let end = Math.min(start + LONGEST_FORM, words.length); end > start + 1; end -= 1) {
        const form = words.slice(start, end).map((each) => each.stem).join(" ");
        if (this.concepts.has(form)) found.push([start, end, this.concepts.get(form)]);
      }
    });
    return found;
  }

  /** The sentence that `words` make, the same for all ways of saying it. */
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
