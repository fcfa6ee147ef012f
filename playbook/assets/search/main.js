/* Where search begins in the browser. Loaded by assets/js/search.js when the box is used, or on a page that needs it. */

import { SearchBox } from "./box.js";
import { showNearestPages } from "./not-found.js";
import { Store } from "./store.js";

const store = new Store(document.currentScript.dataset.root);
const box = document.querySelector("[data-pb-search]");
if (box) new SearchBox(box, store).start();
const notFound = document.querySelector("[data-pb-not-found]");
if (notFound) showNearestPages(notFound, store);
