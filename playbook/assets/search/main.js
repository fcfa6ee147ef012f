/* Starts search in the browser. Loaded by assets/js/search-loader.js when the box is used, or on the not-found page. */

import { SearchBox } from "./box.js";
import { showNearestPages } from "./not-found.js";
import { sharedStore } from "./store.js";

const store = sharedStore(document.currentScript.dataset.root);
const box = document.querySelector("[data-pb-search]");
if (box) new SearchBox(box, store).start();
const notFound = document.querySelector("[data-pb-not-found]");
if (notFound) showNearestPages(notFound, store);
