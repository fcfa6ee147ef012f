"""The MkDocs host: hands our pages to MkDocs and Material. Only here is `mkdocs` imported."""
