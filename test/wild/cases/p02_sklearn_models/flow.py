"""A loop over kinds of models."""
from aqueduct import Client, metric, op
from sklearn import datasets, linear_model, metrics, tree

client = Client()
depth = client.create_param('depth', default=3)
KINDS = {'tree': lambda depth: tree.DecisionTreeClassifier(max_depth=depth), 'line': lambda _: linear_model.LogisticRegression()}


@op(num_outputs=2)
def points(count: int = 60):
    return datasets.make_blobs(count, centers=2, random_state=1)


@op
def fit(kind: str, depth: int, x, y):
    return KINDS[kind](depth).fit(x, y)


@metric
def f1(model, x, y):
    print(metrics.classification_report(y, model.predict(x)))
    return metrics.f1_score(y, model.predict(x))


x, y = points()
models = {}
for kind in KINDS:
    models[kind] = fit(kind, depth, x, y)
    f1(models[kind], x, y).bound(lower=0.5)
client.publish_flow('models', artifacts=list(models.values()))
