"""Runs one operator: a job as JSON on stdin, an attempt folder for everything that comes of it (docs/formats/runner.md).

It knows no store, no Airflow and no editor; it is the same here and on a worker.
"""
