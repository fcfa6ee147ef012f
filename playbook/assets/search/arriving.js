/* Brings the files of the index: parts, and the manifest of the build that is published now.

All are scripts that call one function, because a page opened from a file share, or shown in a sandboxed frame, may run
scripts but may not fetch. */

import { CURRENT, CURRENT_RECEIVER, MANIFEST_RECEIVER, RECEIVER } from "./constants.js";

/** Runs the script of a file. */
function runScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

/** Does what the script of a part would do, without running it where that is possible, which takes a third less time. */
export async function bringPart(address) {
  const answer = location.protocol === "file:" ? null : await fetch(address).catch(() => null);
  if (!answer) return runScript(address);
  const script = await answer.text();
  return globalThis[RECEIVER](...JSON.parse(`[${script.slice(script.indexOf("(") + 1, script.lastIndexOf(")"))}]`));
}

/** What a script at `path` hands to the function `receiver`. */
async function received(path, receiver) {
  let arrived;
  globalThis[receiver] = (data) => { arrived = data; };
  await runScript(path);
  return arrived;
}

/** The manifest of the build that is published now, past all caches that can be passed; nothing if it is this `version`. */
export async function newerManifest(root, version) {
  const current = await received(`${root}${CURRENT}?${Date.now()}`, CURRENT_RECEIVER);
  return current.version === version ? null : received(root + current.manifest, MANIFEST_RECEIVER);
}
