"""Saving lists."""
import pandas as pd
from aqueduct import Client, op

client = Client()
db = client.resource('demo')


@op
def made():
    return pd.DataFrame({'fine': [1, 2], 'members': [[1], [2, 3]]})


@op
def names(rows):
    return list(rows['name'])


rows = made()
db.save(rows, 'teams', 'replace')
client.publish_flow('save', artifacts=[rows])
client.publish_flow('after', artifacts=[names(db.sql('SELECT * FROM teams'))])
