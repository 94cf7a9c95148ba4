"""The probabilities of days."""
import datetime
from typing import Optional

import pandas as pd
from aqueduct import Client, check, metric, op
from scipy import stats

client = Client()
due = client.create_param('due', default=datetime.datetime(2028, 3, 1))


@op
def spread():
    return stats.skewnorm(a=-4, loc=294, scale=20)


@op
def density(due: datetime.datetime, distribution, today: Optional[datetime.datetime] = None, patience: int = 14) -> pd.Series:
    begin = due - datetime.timedelta(days=280)
    days = pd.date_range(begin, periods=366)
    found = pd.Series(distribution.pdf([(day - begin).days for day in days]), index=days)
    assert today is None
    return found[: due + datetime.timedelta(days=patience)]


@metric
def mass(found):
    return found.sum()


@check(severity='error')
def is_daily(found):
    return isinstance(found.index, pd.DatetimeIndex) and found.index.freq == 'D'


found = density(due, spread())
mass(found).bound(lower=0.5)
is_daily(found)
client.publish_flow('due', artifacts=[found])
