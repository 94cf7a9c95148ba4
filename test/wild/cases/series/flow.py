"""Series, indexes, arrays and single values, together and each alone."""
import numpy as np
import pandas as pd
from aqueduct import Client, op


def values():
    return [
        pd.Series([0.5, None], index=['x', 'y'], name='s'),
        pd.Series(['b', 'a', 'b'], dtype='category'),
        pd.date_range('2028-01-01', periods=2, freq='D', tz='Europe/Berlin'),
        pd.DataFrame([{'n': 1}]),
        pd.DataFrame(),
        pd.DataFrame({'i': pd.Series([], dtype='int8'), 't': pd.Series([], dtype='datetime64[ns]')}),
        np.arange(4, dtype='float32').reshape(2, 2),
        np.float32(0.3),
        np.int64(2**61),
        np.bool_(False),
        np.datetime64('2028-02-29'),
        pd.Timestamp('2028-03-26 02:30', tz='UTC'),
        pd.Interval(1, 2),
        pd.NA,
        pd.NaT,
        2j,
        np.array([(1, 'a')], dtype=[('n', 'i4'), ('t', 'U2')]),
        np.ma.masked_array([1, 2], mask=[1, 0]),
    ]


def same(one, other):
    if type(one) is not type(other):
        return False
    if isinstance(one, (pd.Series, pd.DataFrame)):
        return one.equals(other) and str(one.axes) == str(other.axes) and getattr(one, 'name', 0) == getattr(other, 'name', 0)
    if isinstance(one, pd.Index):
        return one.equals(other) and one.dtype == other.dtype and one.freq == other.freq
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and bool((one == other).all())
    return one is other or one == other


@op
def together():
    return values()


@op(num_outputs=6)
def alone():
    return tuple(values()[:6])


@op
def compare(found, *each):
    for wanted, got in [*zip(values(), found), *zip(values(), each)]:
        assert same(wanted, got), (wanted, got)
    return len(found)


Client().publish_flow('values', artifacts=[compare(together(), *alone())])
