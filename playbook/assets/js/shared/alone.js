/* Runs one script of a page. If it throws, the browser reports that, and the scripts after it run all the same. */

function alone(script) {
  try {
    script();
  } catch (fault) {
    setTimeout(() => { throw fault; });
  }
}
