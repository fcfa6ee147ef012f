/* What the browser keeps for this site, if it keeps anything. Neither function throws: without a memory nothing is found
and nothing is kept, whether storage is switched off, full, forbidden in a frame, or not there at all. */

const memory = {
  /** What was kept under this name; null if nothing was. */
  read(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },

  /** Keeps a text under this name; says whether that worked. */
  keep(name, text) {
    try {
      localStorage.setItem(name, text);
      return true;
    } catch {
      return false;
    }
  },
};
