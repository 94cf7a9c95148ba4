"""Few tasks, judged in both ways: a bound that only warns, and a check that keeps the table from being saved."""

from aqueduct import CheckSeverity, Client, check, daily, metric

client = Client()
db = client.integration('aqueduct_demo')
wines = db.sql('SELECT alcohol, quality FROM wine LIMIT 200;')


@metric
def mean_quality(wines):
    return wines['quality'].mean()


@check(severity=CheckSeverity.ERROR)
def every_wine_is_judged(wines):
    return len(wines) > 0


mean_quality(wines).bound(upper=10)
every_wine_is_judged(wines)
db.save(wines, 'my_predictions', 'replace')
client.publish_flow('judged', artifacts=[wines], schedule=daily(hour=3))
