"""In and out: the person's record and plans as documents that others can read."""
