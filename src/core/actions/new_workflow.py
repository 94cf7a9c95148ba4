from aqueduct import Client, metric, op

client = Client()

# A parameter: each run can be given another value.
least = client.create_param("least", default=7)


@op
def wines():
    """Operators are plain functions. What this one gives goes to those that are called with it."""
    return [
        {"name": "Riesling", "quality": 8},
        {"name": "Müller-Thurgau", "quality": 5},
        {"name": "Silvaner", "quality": 7},
    ]


@op
def good_wines(wines, least):
    good = [wine for wine in wines if wine["quality"] >= least]
    print(f"{len(good)} of {len(wines)} wines are good")
    return good


@metric
def share_of_good(good, wines):
    """A number that every run keeps."""
    return len(good) / len(wines)


# A table of a database: db = client.resource("aqueduct_demo"), a demo that is there in every folder,
# then db.sql("SELECT * FROM wine"). That needs the package pandas.
all_wines = wines()
good = good_wines(all_wines, least)
share_of_good(good, all_wines)

client.publish_flow("workflow", artifacts=[good])
