"""The door for MkDocs: one host, whose methods MkDocs calls at each event of a build."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from playbook.days import Days  # noqa: E402 - this file is loaded by path; only now can the package be imported
from playbook.folders import Folders  # noqa: E402
from playbook.hosts.mkdocs.host import MkDocsHost  # noqa: E402

HOST = MkDocsHost(lambda: Folders.of(os.environ, ROOT), lambda: Days.of(os.environ, ROOT))
HOST.is_plain = bool(os.environ.get("PLAYBOOK_PLAIN"))

on_startup = HOST.on_startup
on_config = HOST.on_config
on_files = HOST.on_files
on_nav = HOST.on_nav
on_page_content = HOST.on_page_content
on_env = HOST.on_env
on_post_page = HOST.on_post_page
on_post_template = HOST.on_post_template
on_post_build = HOST.on_post_build
on_build_error = HOST.on_build_error
