"""Loosen: a daily practice of gentle movement for people with persistent back pain."""

__version__ = "0.1.0"
