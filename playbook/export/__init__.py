"""The site as a project of its own, which MkDocs, ProperDocs and Zensical each build without our hooks or package."""
