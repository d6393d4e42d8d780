"""What clinicians said: their plans, put down in sentences with gaps, shown back, corrected and ended."""
