"""Split, apply, combine."""
from functools import partial

import pandas as pd
from aqueduct import Client, op

client = Client()
RATES = {'income < 20000': 0.05, 'income >= 20000 & income < 100000': 0.2, 'income >= 100000': 0.35}
CREDITS = {'children == 0': 0.0, 'children > 0': 0.02}


@op(outputs=['lower half', 'upper half'])
def split():
    people = pd.DataFrame({'income': [75600, 34000, 111500, 234546, 15000, 144865], 'children': [2, 0, 1, 1, 3, 0]})
    return people.query('income < 100000'), people.query('income >= 100000')


def _ruled(column, rows, rules):
    parts = [pd.DataFrame({column: value}, index=rows.query(rule).index) for rule, value in rules.items()]
    return pd.concat([rows, pd.concat(parts)], axis=1)


_rated = partial(_ruled, 'rate')
_credited = partial(_ruled, 'credit')


@op
def lower(rows, rates, credits):
    return _credited(_rated(rows, rates), credits)


@op
def upper(rows, rates):
    return _rated(rows, rates)


@op
def formula(low, high) -> pd.Series:
    both = pd.concat([low, high]).sort_index().fillna({'credit': 0})
    return both.apply(lambda row: f'{row["income"]} * ({row["rate"]} - {row["credit"]})', axis=1).rename('formula')


@op
def all_rows(*columns):
    tax = columns[0].apply(lambda text: round(pd.eval(text)))
    assert list(tax) == [13608, 6800, 39025, 82091, 450, 50703], list(tax)
    return True


rates = client.create_param('rates', default=RATES)
low, high = split()
client.publish_flow('taxes', artifacts=[all_rows(formula(lower(low, rates, CREDITS), upper(high, rates)))])
