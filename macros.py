"""The door for page authors: what a hand-written page in `docs/` may call. Each macro is one return."""
def define_env(env):
    pass
