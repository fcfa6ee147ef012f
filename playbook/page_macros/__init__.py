"""What hand-written pages may call, and the runner that reports every failing call with its file, line and column."""
