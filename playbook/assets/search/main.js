/* Where search begins in the browser. Loaded by assets/js/search.js when the box is used, or on a page that needs it. */

import { SearchBox } from "./box.js";
import { showNearestPages } from "./not-found.js";
import { Store } from "./store.js";
import { TheySaid } from "./they-said.js";
import { TipFinder } from "./tip-finder.js";

const store = new Store(document.currentScript.dataset.root);
const begin = (mark, start) => {
  const host = document.querySelector(mark);
  if (host) start(host);
};
begin("[data-pb-search]", (host) => new SearchBox(host, store).start());
begin("[data-pb-not-found]", (host) => showNearestPages(host, store));
begin("[data-tip-finder]", (host) => new TipFinder(host, store));
begin("[data-they-said]", (host) => new TheySaid(host, store));
