"""A feature for each operator; a flag of the environment chooses one of two."""
import os

import pandas as pd
from aqueduct import Client, op

client = Client()
TRIAL = os.environ.get('WILD_TRIAL', '') == '1'


def _plain(names):
    return [name.strip().replace('/', ' per ').replace(' ', '_').lower() for name in names]


@op
def loaded() -> pd.DataFrame:
    return pd.DataFrame({'Age': range(8), 'Month of year': range(8), 'Load Average/day ': 1.0})


if TRIAL:

    @op
    def cleaned(rows):
        return rows.set_axis(_plain(rows.columns), axis=1).head(2)

else:

    @op
    def cleaned(rows):
        return rows.set_axis(_plain(rows.columns), axis=1)


def column(name):
    @op(name=name)
    def get(rows) -> pd.Series:
        return rows[name]

    return get


@op
def mean(age):
    return age.mean()


@op
def centred(age, mean):
    return age - mean


@op
def joined(*parts):
    return len(pd.concat(parts, axis=1).dropna())


rows = cleaned(loaded())
age, load = (column(name)(rows) for name in _plain(['Age', 'Load Average/day ']))
client.publish_flow('features', artifacts=[joined(centred(age, mean(age)), load)])
