/* Starts search in the browser. Loaded by assets/js/search-loader.js when the box is used. */

import { SearchBox } from "./box.js";
import { sharedStore } from "./store.js";

const store = sharedStore(document.currentScript.dataset.root);
const box = document.querySelector("[data-pb-search]");
if (box) new SearchBox(box, store).start();
document.currentScript.dataset.ran = "yes"; // the loader asks, because a script that cannot run is loaded all the same
