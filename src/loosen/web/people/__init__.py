"""Who practises here: sign-in and settings."""
