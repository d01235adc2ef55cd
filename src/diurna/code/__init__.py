"""The code step: events, attributions and claims, found in annotated documents."""
