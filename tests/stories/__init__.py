"""Twelve people and thirty days of each, side by side: what they told, and what they were given. See README.md."""
