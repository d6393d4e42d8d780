"""Long proofs, walked share by share: see bin/prove."""
