"""A report with a picture, in a style that is set for all of them."""
import io

import matplotlib
import pandas as pd
from aqueduct import Client, op

matplotlib.use('Agg')
import matplotlib.pyplot as plt

plt.style.use('dark_background')


@op
def figure():
    found, axes = plt.subplots(figsize=(1, 1))
    pd.Series([1, 4, 9]).plot(ax=axes)
    return found


@op
def page(found):
    sink = io.BytesIO()
    found.savefig(sink, format='png')
    assert sink.getvalue().startswith(b'\x89PNG')
    return found.get_facecolor()[:3] == (0, 0, 0)


Client().publish_flow('report', artifacts=[page(figure())])
