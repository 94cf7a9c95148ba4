"""Columns of awkward types and names on their way to a database and back."""
import pandas as pd
from aqueduct import Client, op

client = Client()
db = client.resource('demo')


@op
def times():
    moments = pd.date_range('2028-02-29', periods=2, freq='9h')
    return pd.DataFrame({'day': moments.date, 'time': moments.time, 'utc': moments.tz_localize('UTC')})


@op
def others():
    return pd.DataFrame({
        'order': [1, 2], 'select': [True, None], '50%': [0.5, None], 'a:b': ['x', None], 'a b"c': [1.5, float('nan')],
        'größe': [b'\x01', None], 'kind': pd.Categorical(['p', 'q']), 'whole': pd.array([1, None], dtype='Int64'), 'endless': [float('inf'), 1.0],
    })


@op
def look(times, others):
    assert [str(each) for each in times['time']] == ['00:00:00.000000', '09:00:00.000000'], times
    assert [str(each)[:10] for each in times['day']] == ['2028-02-29'] * 2 and len(times.columns) == 3, times
    assert list(others.columns) == ['order', 'select', '50%', 'a:b', 'a b"c', 'größe', 'kind', 'whole', 'endless'], others
    assert others['größe'][0] == b'\x01' and others['kind'].tolist() == ['p', 'q'] and others['whole'][0] == 1, others
    assert others['endless'][0] == float('inf') and pd.isna(others['50%'][1]) and pd.isna(others['a:b'][1]), others
    return True


when, what = times(), others()
db.save(when, 'points in time', 'replace')
db.save(what, 'order', 'replace')
client.publish_flow('saved', artifacts=[when, what])
client.publish_flow('read back', artifacts=[look(db.sql('SELECT * FROM "points in time"'), db.sql('SELECT * FROM "order"'))])
