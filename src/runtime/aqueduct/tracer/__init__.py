"""Reads a workflow file by running it with every operator recorded and none executed (`start.py tracer`)."""
