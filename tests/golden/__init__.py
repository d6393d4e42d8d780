"""Mornings read as the specification: a record and the day it makes, side by side. See README.md."""
