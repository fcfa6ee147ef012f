/* The index as it arrives: a manifest with the script, then shards when they are needed. The counterpart of
playbook/search/shards.py and index_manifest.py. */

import { EITHER, ENTRIES_PER_SHARD, RADIX, RECEIVER, SIGN_MARK } from "./constants.js";
import { Language } from "./analysis.js";
import { bringPart, newerManifest } from "./arriving.js";
import { manifest } from "./manifest.js";
import { Vocabulary } from "./vocabulary.js";
import { linesOf } from "./word-lists.js";
import { gettext } from "./wording.js";

/** The number of the last of `starts` that is not after `wanted`. */
function shardOf(starts, wanted) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The lines of a sorted text that start with `prefix`; cut out as one piece, because most of a text is never needed. */
function linesWithPrefix(text, prefix) {
  const first = text.startsWith(prefix) ? 0 : text.indexOf(`\n${prefix}`) + 1;
  if (!first && !text.startsWith(prefix)) return [];
  const last = Math.max(first, text.lastIndexOf(`\n${prefix}`) + 1);
  const end = text.indexOf("\n", last);
  return text.slice(first, end < 0 ? undefined : end).split("\n");
}

/** What a token finds: its rarity, and for each impact the numbers of the entries, the strongest first. */
function decoded(line) {
  const [rarity, ...groups] = line.split(",");
  return {
    rarity: Math.abs(parseInt(rarity, RADIX)),
    isForeign: rarity.startsWith("-"), // known from sentences in other languages only
    groups: groups.map((group) => {
      const steps = group.split(" ");
      const numbers = [];
      let number = 0;
      for (let at = 1; at < steps.length; at += 1) numbers.push((number += parseInt(steps[at], RADIX)));
      return [parseInt(steps[0], RADIX), numbers];
    }),
  };
}

export class Store {
  /** `root` is the address of the site's root, with a slash at its end. */
  constructor(root) {
    this.root = root;
    this.use(manifest);
    globalThis[RECEIVER] = (group, number, data, version) => {
      if (version === this.manifest.version) this.receive(group, number, data);
    };
  }

  /** Answers from the build of this manifest. */
  use(ofBuild) {
    this.manifest = ofBuild;
    this.arrived = new Map(Object.entries(ofBuild.bundled));
    this.asked = new Map();
    this.tokens = ofBuild.tokens && linesOf(ofBuild.tokens).split("\n"); // what each shard of tokens starts with
    this.read = new Map(); // the lines of shards that list words
    this.rows = [ofBuild.lists]; // of entries, by number: those of the manifest, then those of each shard of tokens
    this.language = new Language(ofBuild.english);
    this.vocabulary = new Vocabulary(ofBuild.concepts);
    this.rarest = ofBuild.rarest;
    this.words = new Map(); // by first letter, the text that lists all words with it
    this.english = new Map(); // whether a stem is a common English word
    this.kinds = [];
    this.count = 0;
    for (const [kind, heading, count, address] of ofBuild.kinds) {
      this.kinds.push({ kind, heading, start: this.count, end: this.count + count, address });
      this.count += count;
    }
  }

  /** Whether another build is published by now, which answers from here on. One that this script cannot read is refused. */
  isRenewed() {
    this.renewal ??= this.renew().finally(() => { this.renewal = null; });
    return this.renewal;
  }

  async renew() {
    const newer = await newerManifest(this.root, this.manifest.version);
    if (newer?.code !== this.manifest.code) return false;
    this.use(newer);
    return true;
  }

  /** What `work` finds in one build. If a part is missing or belongs to another build, because the site was published anew
  meanwhile, the manifest is loaded anew and all is found again. */
  async ofOneBuild(work) {
    const before = this.manifest;
    try {
      const found = await work();
      if (this.manifest === before) return found;
    } catch (fault) {
      if (this.manifest === before && !(await this.isRenewed().catch(() => false))) throw fault;
    }
    return work();
  }

  receive(group, number, data) {
    this.arrived.set(`${group}-${number}`, data);
    if (group === "tokens") this.rows.push(data[1]);
  }

  /** One shard, or the promise of one that is on its way; each is fetched once. */
  shard(group, number) {
    const key = `${group}-${number}`;
    if (this.arrived.has(key)) return this.arrived.get(key);
    if (!this.asked.has(key)) {
      const { asked } = this;
      const arrival = this.arrival(key, this.manifest);
      arrival.catch(() => asked.delete(key));
      asked.set(key, arrival);
    }
    return this.asked.get(key);
  }

  async arrival(key, ofBuild) {
    await bringPart(`${this.root}search/${key}.${ofBuild.version}.js`);
    if (this.manifest !== ofBuild || !this.arrived.has(key)) throw new Error("a part of another build");
    return this.arrived.get(key);
  }

  /** The words of a shard, one to a line. */
  async lines(group, number) {
    const key = `${group}-${number}`;
    if (!this.read.has(key)) this.read.set(key, linesOf(await this.shard(group, number)));
    return this.read.get(key);
  }

  /** Fetches what `wordsWithPrefix` needs for words with these first letters. */
  async loadWords(initials) {
    await Promise.all([...initials].map(async (initial) => {
      if (this.words.has(initial) || !this.manifest.words.length) return;
      this.words.set(initial, await this.lines("words", shardOf(this.manifest.words, initial)));
    }));
  }

  /** The words that start with `prefix`, in order. */
  wordsWithPrefix(prefix) {
    const text = this.words.get(prefix[0]);
    return text ? linesWithPrefix(text, prefix) : [];
  }

  hasWord(stem) {
    return this.wordsWithPrefix(stem)[0] === stem;
  }

  /** Fetches what `isEnglishWord` needs for these stems. */
  async loadEnglishWords(stems) {
    await Promise.all(stems.map(async (stem) => {
      if (this.english.has(stem) || !this.manifest.dictionary.length) return;
      const text = await this.lines("dictionary", shardOf(this.manifest.dictionary, stem));
      this.english.set(stem, `\n${text}\n`.includes(`\n${stem}\n`));
    }));
  }

  /** Whether a stem is that of a common English word, which is no slip of another. */
  isEnglishWord(stem) {
    return this.english.get(stem) ?? false;
  }

  /** What each of `tokens` finds; those that find nothing are left out. */
  async postings(tokens) {
    const found = new Map();
    await Promise.all([...tokens].map(async (token) => {
      const written = await this.lineOf(token);
      if (written) found.set(token, decoded(written));
    }));
    return found;
  }

  /** The signs of emergencies that are looked up by `words`: what must be meant, and the number of the scenario. */
  async signs(words) {
    const lines = await Promise.all([...words].map((word) => this.lineOf(word + SIGN_MARK)));
    return lines.flatMap((line) => (line ? line.split(",") : [])).map((sign) => {
      const [number, ...places] = sign.split(" ");
      return { number: parseInt(number, RADIX), places: places.map((place) => place.split(EITHER)) };
    });
  }

  /** What the index says about a token; nothing if the token finds nothing. */
  async lineOf(token) {
    if (!this.manifest.tokens) return "";
    const [text] = await this.shard("tokens", shardOf(this.tokens, token));
    const [line] = linesWithPrefix(text, `${token}\t`);
    return line ? line.slice(token.length + 1) : "";
  }

  /** The kind of an entry, from its number. */
  kindOf(number) {
    return this.kinds.find(({ start, end }) => start <= number && number < end);
  }

  /** Whether what an entry shows has arrived, so that nothing need be fetched for it. */
  hasArrived(number) {
    return this.rows.some((rows) => rows[number]) || this.arrived.has(`entries-${Math.floor(number / ENTRIES_PER_SHARD)}`);
  }

  /** What an entry shows: it arrived with the words that find it best, each time with the sentences that have these words,
  or is in a shard of entries. */
  async row(number) {
    const arrived = this.rows.map((rows) => rows[number]).filter(Boolean);
    if (arrived.length) {
      const sentences = new Set(arrived.flatMap(([, , , said]) => (said ? said.split("\n") : [])));
      const [id, title, where, , ...rest] = arrived[0];
      return [id, title, where, [...sentences].join("\n"), ...rest];
    }
    return (await this.shard("entries", Math.floor(number / ENTRIES_PER_SHARD)))[number % ENTRIES_PER_SHARD];
  }

  /** An entry as people see it. */
  async entry(number) {
    const [id, title, where, sentences, say, about, file, mark = ""] = await this.row(number);
    const said = sentences ? sentences.split("\n") : [];
    const { kind, heading: ofKind, address: pattern } = this.kindOf(number);
    const isUrgent = this.manifest.urgent.includes(number);
    const heading = isUrgent ? gettext("Urgent") : ofKind;
    const address = this.root + this.addressOf(kind, pattern, id);
    return { kind, heading, id, title, where, said, say, about, file, mark, isUrgent, address };
  }

  /** The pages to look through if nothing is found. */
  lists() {
    return Promise.all(Object.keys(this.manifest.lists).map((number) => this.entry(Number(number))));
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
