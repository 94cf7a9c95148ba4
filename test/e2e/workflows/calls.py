"""Calls as people write them: keyword arguments, artifacts within tuples, lists and dictionaries, `async def`, a generator, a check of a Series."""

import plain
from aqueduct import Client, check, op

client = Client()

values = op(plain.load)()
whole = op(plain.total)(values=values, factor=2)
spread = op(plain.spread)((whole, 100))
twice = op(plain.doubled)(values)
told = op(plain.report)({'title': 'sums', 'sums': {'total': whole}, 'values': [twice]})
later = op(plain.waited)(value=whole)
table = op(plain.frame)(twice)
check(severity='error')(plain.positive)(table)
result = op(plain.written)(whole, spread, told, later, twice)

client.publish_flow('calls', artifacts=[result, table])
