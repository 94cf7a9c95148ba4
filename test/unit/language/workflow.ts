/** A workflow with something of everything; tests put a caret into it. */
export const wine = `from aqueduct import CheckSeverity, Client, check, metric, op

client = Client()
db = client.resource("aqueduct_demo")
year = client.create_param("year", default=2020)
wines = db.sql("""
  SELECT * FROM wine WHERE year > {{ year }}
""")


@op(name="tidy", outputs=["cleaned"])
def clean(wines, limit=3):
    return wines


@metric
def rows(table):
    return len(table)


@check(severity=CheckSeverity.ERROR)
def filled(table):
    return True


@op
def forgotten(table):
    return table



cleaned = clean(wines)
same = cleaned
count = rows(same)
count.bound(upper=10)
filled(cleaned)
db.save(cleaned, "wines", "append")
client.publish_flow("wine", artifacts=[cleaned], schedule="0 3 * * *", engine="airflow")
`;
