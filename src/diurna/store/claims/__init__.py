"""Claims about other events ("third attack this month"), checked against what the store holds."""

from diurna.store.claims.checking import CheckedClaim, Witness, check_claims

__all__ = ["CheckedClaim", "Witness", "check_claims"]
