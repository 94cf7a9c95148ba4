"""Awkward tables on their way through the store."""
import datetime
import decimal

import numpy as np
import pandas as pd
from aqueduct import Client, op


def tables():
    hours = pd.date_range('2028-10-29', periods=3, freq='h', tz='Europe/Berlin')
    levels = pd.MultiIndex.from_arrays([hours.tz_convert('UTC'), [1, 2, 3]], names=['at', 'no'])
    described = pd.DataFrame({'n': [1]})
    described.attrs['from'] = {'unit': 'm'}
    T = pd.DataFrame
    return {
        'whole categories': T({'c': pd.Categorical([2, 1, 2])}),
        'ordered categories': T({'c': pd.Categorical(['low', None], categories=['low', 'mid', 'top'], ordered=True)}),
        'intervals': T({'c': pd.cut([1, 6], [0, 5, 10])}),
        'levels with a zone': T({'n': [4, 5, 6]}, index=levels),
        'levels of columns': T(np.eye(2), columns=pd.MultiIndex.from_tuples([('a', 1), ('b', 2)], names=['k', None])),
        'same columns': T([[1, 'p'], [2, 'q']], columns=['n', 'n']),
        'numbered columns': T(np.arange(4).reshape(2, 2)),
        'mixed columns': T([[1, 2, 3]], columns=['a', 1, None]),
        'days as columns': T([[1, 2]], columns=pd.to_datetime(['2028-01-01', '2028-01-02'])),
        'attributes': described,
        'summer time ends': T({'t': hours}),
        'frequency': T({'n': 1.0}, index=hours),
        'month ends': T({'n': range(2)}, index=pd.date_range('2028-01-31', periods=2, freq='ME')),
        'periods': T({'p': pd.period_range('2028Q1', periods=2, freq='Q')}),
        'nullable': T({'i': pd.array([1, None], dtype='Int64'), 'b': pd.array([True, None], dtype='boolean')}),
        'nullable text': T({'s': pd.array(['a', None], dtype='string')}),
        'decimals': T({'d': [decimal.Decimal('2.50'), None]}),
        'days and times': T({'d': [datetime.date(2028, 2, 29), datetime.date(1, 1, 1)], 't': [datetime.time(3, 4), None]}),
        'lists and dicts': T({'o': [[1], {'k': 2}]}),
        'mixed': T({'o': [2, 'a', 0.5, None, float('nan')]}),
        'None and nan': T({'o': pd.Series([None, float('nan'), 'x'], dtype=object)}),
        'infinite': T({'f': [np.inf, -np.inf, np.nan, -0.0]}),
        'narrow': T({'i': np.array([1], 'int8'), 'u': np.array([2**64 - 1], 'uint64'), 'f': np.array([0.1], 'float16')}),
        'complex': T({'c': np.array([2j])}),
        'very large': T({'o': [2**80, -(2**80)]}),
        'durations': T({'d': pd.to_timedelta(['2 days 00:00:00.000000003', None])}),
        'far away': T({'t': np.array(['9999-12-31'], dtype='datetime64[s]')}),
        'blank names': T({'': [1], ' ': [2]}),
        'index called as a column': T({'n': [1, 2]}, index=pd.Index([8, 9], name='n')),
        'named columns': T({'n': [1]}).rename_axis(columns='kind'),
        'no columns': T(index=['x', 'y']),
        'bytes': T({'b': [b'\x00\xfe', None]}),
        'sparse': T({'s': pd.arrays.SparseArray([0, 0, 2])}),
        'arrow text': T({'s': pd.array(['a', None], dtype='string[pyarrow]')}),
        'half a sign': T({'naïve 🍇': pd.Series(['\ud83c', 'ok'], dtype=object)}),
    }


def assert_same(wanted, got):
    pd.testing.assert_frame_equal(wanted, got, check_freq=True, check_exact=True)
    assert type(wanted.index) is type(got.index) and type(wanted.columns) is type(got.columns) and wanted.attrs == got.attrs
    for one, other in zip(wanted.to_numpy(dtype=object).ravel(), got.to_numpy(dtype=object).ravel()):
        assert type(one) is type(other) and (one is other or repr(one) == repr(other)), (one, other)


NAMES = list(tables())


@op(outputs=NAMES)
def make():
    return tuple(tables().values())


@op
def compare(*found):
    wrong = {}
    for (name, wanted), got in zip(tables().items(), found):
        try:
            assert_same(wanted, got)
        except AssertionError as error:
            wrong[name] = str(error)[:300]
    assert not wrong, wrong
    return len(found)


Client().publish_flow('tables', artifacts=[compare(*make())])
