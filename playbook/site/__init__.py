"""The site as values, independent of any host: pages and their bodies, assets, data, feed, history, editing links."""
