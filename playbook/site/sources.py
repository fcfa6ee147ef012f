"""What a site is made of: the files and folders that a preview watches. The host knows them, from its configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sources:
    """Everything that a site is made of, as files and folders that need not exist."""

    data: Path
    """The folder of the records."""
    site: tuple[Path, ...]
    """Configuration, pages, theme, templates, assets, and what else the configuration asks to watch."""
    code: tuple[Path, ...]
    """Modules and folders of modules that a running process has loaded. Their other files count as `site`."""

    @property
    def all(self) -> tuple[Path, ...]:
        """Every source, each once."""
        return tuple(dict.fromkeys((self.data, *self.site, *self.code)))

    def resolved(self) -> Sources:
        """These sources without symbolic links, as the system names them in its events."""
        return Sources(
            self.data.resolve(),
            tuple(path.resolve() for path in self.site),
            tuple(path.resolve() for path in self.code),
        )
