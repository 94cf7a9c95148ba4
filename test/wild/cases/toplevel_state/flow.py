"""State of the process and of other modules that the top level sets."""
import decimal
import json
import os
import random
import sys

import knobs
import numpy as np
import pandas as pd
from aqueduct import Client, op

decimal.getcontext().prec = 40
pd.options.display.max_rows = 5
pd.set_option('display.max_columns', 6)
random.seed(4)
np.random.seed(4)
os.environ['WILD_STATE'] = 'set'
sys.setrecursionlimit(4321)
json.JSONEncoder.default = lambda self, value: str(value)
knobs.LIMIT = 88
knobs.twice = lambda x: 4 * x
setattr(knobs, 'ADDED', 5)
knobs.TABLE['key'] = 1
knobs.turn(7)


@op
def look():
    return [
        decimal.getcontext().prec, pd.options.display.max_rows, pd.get_option('display.max_columns'),
        random.random() == random.Random(4).random(), np.random.rand() == np.random.RandomState(4).rand(),
        os.environ.get('WILD_STATE'), sys.getrecursionlimit(), json.JSONEncoder.default.__name__,
        knobs.LIMIT, knobs.twice(1), getattr(knobs, 'ADDED', None), dict(knobs.TABLE), knobs.turned,
    ]


Client().publish_flow('state', artifacts=[look()])
