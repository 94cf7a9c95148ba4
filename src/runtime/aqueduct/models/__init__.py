"""Models that workflow files import from Aqueduct by these names."""
