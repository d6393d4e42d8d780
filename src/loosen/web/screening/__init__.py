"""Is it safe to move today: the questions, the referral, the urgent signs."""
