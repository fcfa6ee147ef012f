// Runs before anything is painted: the colours kept on this device, and where the theme keeps things.
// It is a file and no inline script, so that the policy of every page allows no inline script at all.

(() => {
  const { src, dataset } = document.currentScript;
  globalThis.__md_scope = dataset.scope ? new URL(dataset.scope, location) : new URL("..", src);
  globalThis.__md_get = (key, storage = localStorage, scope = __md_scope) =>
    JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
  globalThis.__md_set = (key, value, storage = localStorage, scope = __md_scope) => {
    try {
      storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // the browser keeps nothing for this site
    }
  };

  function colour() {
    if (!document.body) return false;
    try {
      for (const [part, value] of Object.entries(__md_get("__palette").color))
        document.body.setAttribute(`data-md-color-${part}`, value);
    } catch {
      // nothing is kept yet, or something else under this name; js/palette.js then follows the system
    }
    return true;
  }

  if (colour()) return;
  const arriving = new MutationObserver(() => colour() && arriving.disconnect());
  arriving.observe(document.documentElement, { childList: true });
})();
