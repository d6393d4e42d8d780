"""Check-in, note and journal."""
