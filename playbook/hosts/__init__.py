"""Site generators that can carry our pages, a folder each. Everything outside a host's folder works without it."""
