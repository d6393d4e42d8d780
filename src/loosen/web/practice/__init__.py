"""Today, the player and the library."""
