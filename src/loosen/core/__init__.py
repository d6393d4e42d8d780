"""The practice itself: pure values and rules. Standard library only; no files, clock, randomness or network."""
