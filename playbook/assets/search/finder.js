/* Starts the tip finder and They said…. Loaded by assets/js/search-loader.js on their pages. */

import { sharedStore } from "./store.js";
import { TheySaid } from "./they-said.js";
import { TipFinder } from "./tip-finder.js";

const store = sharedStore(document.currentScript.dataset.root);
const finder = document.querySelector("[data-tip-finder]");
if (finder) new TipFinder(finder, store);
const said = document.querySelector("[data-they-said]");
if (said) new TheySaid(said, store);
document.currentScript.dataset.ran = "yes"; // the loader asks, because a script that cannot run is loaded all the same
