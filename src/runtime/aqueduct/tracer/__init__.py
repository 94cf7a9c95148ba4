"""Reads a workflow file by running it with every operator recorded and none executed (`python -m aqueduct.tracer`)."""
