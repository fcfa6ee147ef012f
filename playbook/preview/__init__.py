"""The server behind `run.py serve`: pages rendered on request, live reload, the last good page when data breaks."""
