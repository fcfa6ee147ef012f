"""Publishing by swapping folders: the published site is always one complete build. Knows folders, never pages."""
