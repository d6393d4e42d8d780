"""Movements and words as data. `loading` is the only door."""
