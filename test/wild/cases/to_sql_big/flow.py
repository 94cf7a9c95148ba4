"""Saving a number beyond 64 bits."""
import pandas as pd
from aqueduct import Client, op

client = Client()
db = client.resource('demo')


@op
def made():
    return pd.DataFrame({'fine': [1, 2], 'visits': [2**63, 1]})


@op
def names(rows):
    return list(rows['name'])


rows = made()
db.save(rows, 'counters', 'replace')
client.publish_flow('save', artifacts=[rows])
client.publish_flow('after', artifacts=[names(db.sql('SELECT * FROM counters'))])
