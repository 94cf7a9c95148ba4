"""Saving numbers of which each digit counts."""
import decimal

import pandas as pd
from aqueduct import Client, op

client = Client()
db = client.resource('demo')


@op
def made():
    return pd.DataFrame({'fine': [1, 2], 'price': [decimal.Decimal('2.50'), None]})


@op
def names(rows):
    return list(rows['name'])


rows = made()
db.save(rows, 'prices', 'replace')
client.publish_flow('save', artifacts=[rows])
client.publish_flow('after', artifacts=[names(db.sql('SELECT * FROM prices'))])
