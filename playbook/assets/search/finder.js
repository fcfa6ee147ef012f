/* Starts the tip finder, They said… and the not-found page. Loaded by assets/js/search-loader.js on these pages. */

import { showNearestPages } from "./not-found.js";
import { sharedStore } from "./store.js";
import { TheySaid } from "./they-said.js";
import { TipFinder } from "./tip-finder.js";

const store = sharedStore(document.currentScript.dataset.root);
const finder = document.querySelector("[data-tip-finder]");
if (finder) new TipFinder(finder, store);
const said = document.querySelector("[data-they-said]");
if (said) new TheySaid(said, store);
const notFound = document.querySelector("[data-pb-not-found]");
if (notFound) showNearestPages(notFound, store);
document.currentScript.dataset.ran = "yes"; // the loader asks, because a script that cannot run is loaded all the same
