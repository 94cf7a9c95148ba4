"""Parameters whose values JSON cannot say."""
import datetime
import decimal
import math

import pandas as pd
from aqueduct import Client, op

client = Client()
VALUES = {
    'a set': {4, 5},
    'pair': (1, ('b', None)),
    'moment': datetime.datetime(2028, 2, 29, 23, 59, tzinfo=datetime.timezone.utc),
    'exact': decimal.Decimal('0.10'),
    'raw': b'\x00\xfe',
    'endless': -math.inf,
    'wide': 2**90,
    'nested': {'a': [1, {'b': (2,)}], 5: 'number as key'},
    'empty': '',
    'text': 'two\nlines "in quotes" {{ ds }} \u2028 %s',
    'zero': 0,
    'off': False,
}
explicit = [client.create_param(name, default=value) for name, value in VALUES.items()]
nothing = client.create_param('not a number', default=math.nan)
table = client.create_param('table', default=pd.DataFrame({'n': [3, 4]}))


@op
def look(a_set, pair, moment, exact, raw, endless, wide, nested, empty, text, zero, off, not_a_number, given_table):
    given = (a_set, pair, moment, exact, raw, endless, wide, nested, empty, text, zero, off)
    for wanted, got in zip(VALUES.values(), given):
        assert type(wanted) is type(got) and wanted == got, (wanted, got)
    assert str(exact) == '0.10' and math.isnan(not_a_number) and given_table.n.tolist() == [3, 4]
    return True


client.publish_flow('defaults', artifacts=[look(*explicit, nothing, table)])
