/* Starts search in the browser. Loaded by assets/js/search-loader.js when the box is used, or on the not-found page. */

import { SearchBox } from "./box.js";
import { showNearestPages } from "./not-found.js";
import { sharedStore } from "./store.js";

const store = sharedStore(document.currentScript.dataset.root);
const box = document.querySelector("[data-pb-search]");
if (box) new SearchBox(box, store).start();
document.currentScript.dataset.ran = "yes"; // the loader asks, because a script that cannot run is loaded all the same
const notFound = document.querySelector("[data-pb-not-found]");
if (notFound) showNearestPages(notFound, store).catch(() => box?.dispatchEvent(new Event("pb-failed")));
