/* The index as it arrives: a manifest, then parts of it when they are needed. The twin of playbook/search/shards.py.

Parts are scripts that call one function, because a page opened from a file share may load scripts but may not fetch. */

import { Language } from "./language.js";
import { Vocabulary } from "./vocabulary.js";

const RECEIVER = "playbookSearch";

/** The place of the last of `starts` that is not after `wanted`. */
function partOf(starts, wanted) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** What a token finds: its rarity, and for each impact the numbers of the entries, the strongest first. */
function decoded(line) {
  const [rarity, ...groups] = line.split(",");
  return {
    rarity: parseInt(rarity, 36),
    groups: groups.map((group) => {
      const [impact, ...steps] = group.split(" ");
      let number = 0;
      return [parseInt(impact, 36), steps.map((step) => (number += parseInt(step, 36)))];
    }),
  };
}

export class Store {
  /** `root` is the address of the site's root, with a slash at its end. */
  constructor(root) {
    this.root = root;
    this.arrived = new Map();
    this.asked = new Map();
    globalThis[RECEIVER] = (name, number, data) => this.arrived.set(`${name}-${number}`, data);
  }

  async open() {
    if (this.manifest) return this;
    this.manifest = await this.part("manifest", 0);
    this.language = new Language(this.manifest.english);
    this.vocabulary = new Vocabulary(this.manifest.concepts);
    this.words = new Map();
    this.lines = new Map();
    this.kinds = [];
    let start = 0;
    for (const [kind, words, count, address] of this.manifest.kinds) {
      this.kinds.push({ kind, words, start, end: start + count, address });
      start += count;
    }
    return this;
  }

  /** One part of the index, fetched once. */
  part(name, number) {
    const key = `${name}-${number}`;
    if (!this.asked.has(key)) {
      this.asked.set(key, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const version = this.manifest ? `?v=${this.manifest.version}` : "";
        script.src = `${this.root}search/${name === "manifest" ? name : key}.js${version}`;
        script.addEventListener("load", () => resolve(this.arrived.get(key)));
        script.addEventListener("error", () => {
          this.asked.delete(key);
          reject(new Error(`search/${key} did not arrive`));
        });
        document.head.append(script);
      }));
    }
    return this.asked.get(key);
  }

  /** Makes `wordsUnder` ready for these first letters. */
  async loadWords(initials) {
    await Promise.all([...initials].map(async (initial) => {
      if (this.words.has(initial) || !this.manifest.words.length) return;
      const part = await this.part("words", partOf(this.manifest.words, initial));
      this.words.set(initial, part.split("\n").filter((word) => word.startsWith(initial)));
    }));
  }

  wordsUnder(initial) {
    return this.words.get(initial) ?? [];
  }

  hasWord(stem) {
    return this.wordsUnder(stem[0]).includes(stem);
  }

  /** What each of `tokens` finds, as far as it finds anything. */
  async postings(tokens) {
    const found = new Map();
    await Promise.all([...tokens].map(async (token) => {
      if (!this.manifest.tokens.length) return;
      const number = partOf(this.manifest.tokens, token);
      const part = await this.part("tokens", number);
      if (!this.lines.has(number)) {
        this.lines.set(number, new Map(part.split("\n").map((line) => line.split("\t"))));
      }
      const line = this.lines.get(number).get(token);
      if (line) found.set(token, decoded(line));
    }));
    return found;
  }

  /** The kind of an entry, from its number. */
  kindOf(number) {
    return this.kinds.find(({ start, end }) => start <= number && number < end);
  }

  /** An entry as people see it. */
  async entry(number) {
    const { inPart } = this.manifest;
    const rows = await this.part("entries", Math.floor(number / inPart));
    const [id, title, where, question, say, about, file] = rows[number % inPart];
    const { kind, words, address } = this.kindOf(number);
    const found = { kind, words, id, title, where, question, say, about, file: this.manifest.files[file] };
    return { ...found, address: this.root + this.addressOf(kind, address, id) };
  }

  /** The entries of pages that are no record, those with one of `ids`. */
  async pages(ids) {
    const { start, end } = this.kinds.find(({ kind }) => kind === "page") ?? { start: 0, end: 0 };
    const numbers = Array.from({ length: end - start }, (_, at) => start + at);
    const entries = await Promise.all(numbers.map((number) => this.entry(number)));
    return entries.filter(({ id }) => ids.includes(id));
  }

  addressOf(kind, address, id) {
    if (kind === "page" && id === "home") return address.endsWith(".html") ? "index.html" : "";
    return address.replace("*", () => id);
  }
}

/** The one store of a page, whichever script asks first. */
export function sharedStore(root) {
  globalThis.playbookStore ??= new Store(root);
  return globalThis.playbookStore;
}
