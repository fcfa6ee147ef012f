"""The door for MkDocs: hands each event of a build to `playbook.hosts.mkdocs.events`."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)] if str(Path(__file__).parent) not in sys.path else []

from playbook.hosts.mkdocs.events import (  # noqa: E402 - this file is loaded by path; only now are its neighbours importable
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_post_build,
    on_post_page,
    on_post_template,
    on_startup,
)

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_startup",
]
