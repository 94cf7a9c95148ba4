"""Packages of others, as they are: nothing here is changed, so that an update is a copy."""
