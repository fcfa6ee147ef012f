"""The files of the search in the browser: two scripts that answer, the parts that they fetch, and what is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from playbook.rendering.links import Links
from playbook.search import constants
from playbook.search.constants import CURRENT, CURRENT_RECEIVER, MANIFEST_RECEIVER
from playbook.search.index_manifest import manifest_of
from playbook.search.inverted_index import Index
from playbook.search.script import ASSETS, joined_script
from playbook.search.shards import as_json, index_shards, shard_files, short_hash
from playbook.wording import current
from playbook.wording.scripts import as_module

SCRIPTS = {"search": "main", "finder": "finder"}
"""The scripts that answer in the browser, each with its first module. `assets/js/search-loader.js` loads them."""


def search_files(index: Index, links: Links, proposals: str | None = None) -> Iterator[tuple[str, str]]:
    """The files of the index as (path below the site's root, text). All names but one change with the content.

    `links` are those of the site's home page. `proposals` is the address at which a word that was not found can be
    proposed, with `{title}` and `{text}` where the proposal goes.
    """
    shards = index_shards(index)
    code = short_hash("".join(joined_script(module, generated_modules({})) for module in SCRIPTS.values()))
    manifest = {**manifest_of(index, shards, links, proposals), "code": code}
    generated = generated_modules(manifest)
    scripts = {name: joined_script(module, generated) for name, module in SCRIPTS.items()}
    scripts["manifest"] = f"{MANIFEST_RECEIVER}({as_json(manifest)});\n"
    paths = {name: f"search/{name}.{short_hash(script)}.js" for name, script in scripts.items()}
    yield from ((paths[name], script) for name, script in scripts.items())
    yield CURRENT, f"{CURRENT_RECEIVER}({as_json({'version': manifest['version'], **paths})});\n"
    yield from shard_files(shards)


def script_paths(files: Iterable[str]) -> dict[str, str]:
    """Of the paths that `search_files` gave, those that are no part of the index, by name."""
    return {name: path for path in files for name in (*SCRIPTS, "manifest") if path.startswith(f"search/{name}.")}


def generated_modules(manifest: Mapping[str, Any]) -> dict[str, str]:
    """The modules of the script that are no files, by name."""
    scripts = "".join(path.read_text("utf-8") for path in sorted(ASSETS.glob("*.js")))
    return {
        "manifest": f"export const manifest = {as_json(manifest)};\n",
        "constants": constants.as_javascript(),
        "wording": as_module(scripts, current()),
    }
