"""Nodes of a starter project: named outputs, a dictionary of parameters, a metric that logs."""
import logging

import numpy as np
import pandas as pd
from aqueduct import CheckSeverity, Client, check, metric, op

logging.basicConfig(level=logging.INFO)
client = Client()
settings = client.create_param('settings', default={'share': 0.8, 'seed': 3, 'target': 'kind'})


@op(outputs=['x_train', 'x_test', 'y_train', 'y_test'])
def split(settings: dict):
    from sklearn.datasets import load_iris

    bunch = load_iris(as_frame=True)
    rows = bunch.frame.rename(columns={'target': 'kind'})
    rows['kind'] = rows['kind'].map(dict(enumerate(bunch.target_names)))
    train = rows.sample(frac=settings['share'], random_state=settings['seed'])
    test, target = rows.drop(train.index), settings['target']
    return train.drop(columns=target), test.drop(columns=target), train[target], test[target]


@op
def predict(x_train: pd.DataFrame, x_test: pd.DataFrame, y_train: pd.Series) -> pd.Series:
    distance = ((x_train.to_numpy()[:, None] - x_test.to_numpy()[None]) ** 2).sum(axis=-1)
    return y_train.iloc[np.argmin(distance, axis=0)].set_axis(x_test.index)


@metric
def accuracy(predicted: pd.Series, y_test: pd.Series):
    share = (predicted == y_test).mean()
    logging.getLogger(__name__).info('an accuracy of %.2f', share)
    return share


@check(severity=CheckSeverity.ERROR)
def rows_stay(predicted, y_test):
    return list(predicted.index) == list(y_test.index)


x_train, x_test, y_train, y_test = split(settings)
predicted = predict(x_train, x_test, y_train)
accuracy(predicted, y_test).bound(lower=0.8, severity=CheckSeverity.ERROR)
rows_stay(predicted, y_test)
client.publish_flow('flowers', description='three kinds', artifacts=[predicted], schedule='0 6 * * MON')
