"""The Django shell: it asks, stores and shows, and decides nothing."""
