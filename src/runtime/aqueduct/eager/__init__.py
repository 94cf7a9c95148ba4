"""`python flow.py` by hand: every call of an operator is executed here and now, on real values.

Values pass from operator to operator as the bytes that a run would store, so they are those of a run. Saves belong to the
workflow and are made by its runs alone; `publish_flow` hands the file to the editor or the command line.
"""
