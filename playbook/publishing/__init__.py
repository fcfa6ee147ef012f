"""Publishes a build by swapping folders, so that the published folder is always one complete build. Knows no pages."""
