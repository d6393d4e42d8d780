"""How long, how much, how many: the figures of `bin/bench`."""
