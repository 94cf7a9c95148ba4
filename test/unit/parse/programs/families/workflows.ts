import { family } from "../construct.js";

export const workflows = family("workflow", {
  "bounds of a metric": `
rows_N = size(TABLE)
rows_N.bound(lower=1)
rows_N.bound(upper=1e6, severity="error")
result_N = inc(TABLE)
`,
  "bounds in a loop": `
rows_N = size(TABLE)
for lower_N in (1, 10):
    rows_N.bound(lower=lower_N)
result_N = inc(TABLE)
`,
  "bounds by a dictionary": `
size(TABLE).bound(**{"notequal": 0})
result_N = inc(TABLE)
`,
  "a metric of a metric": `
@aq.metric
def ratio_N(a, b):
    return a / b

ratio_N(size(TABLE), size(OTHER)).bound(upper=2)
result_N = inc(TABLE)
`,
  "a metric bound in a chain": `
result_N = inc(TABLE)
size(result_N).bound(equal=3)
good(result_N)
`,
  "a metric's bound method kept": `
bound_N = size(TABLE).bound
bound_N(lower=2)
result_N = inc(TABLE)
`,
  "checks of a list": `
@aq.check(severity=aq.CheckSeverity.ERROR)
def filled_N(t):
    return True

result_N = inc(TABLE)
for check_N in (good, filled_N):
    check_N(result_N)
`,
  "checks in a comprehension": `
result_N = inc(TABLE)
checks_N = [good(one) for one in (result_N, OTHER)]
`,
  "listed metrics and checks": `
result_N = inc(TABLE)
rows_N = size(result_N)
client.publish_flow("listed_N", artifacts=[result_N], metrics=[rows_N], checks=[good(result_N)])
`,
  presets: `
table_N = db.sql("SELECT 1 AS a")
table_N.number_of_rows().bound(lower=1)
table_N.max("a")
result_N = add(table_N, TABLE)
`,
  saves: `
result_N = inc(TABLE)
result_N.save(db.config(table="saved_N", mode="replace"))
config_N = db.config("other_N", update_mode="append")
result_N.save(config_N)
`,
  "a save that is replaced": `
result_N = inc(TABLE)
db.save(result_N, "again_N", "replace")
client.publish_flow("before_N", artifacts=[result_N])
db.save(result_N, "again_N", "append")
db.save(result_N, "another_N", "append")
client.publish_flow("after_N", artifacts=[result_N])
db.save(result_N, "again_N", "fail")
`,
  "saves in a loop, the last of which counts": `
result_N = inc(TABLE)
for mode_N in ("append", "replace"):
    result_N.save(db.config(table="looped_N", mode=mode_N))
`,
  "a metric that is called again": `
result_N = inc(TABLE)
first_N = size(result_N)
first_N.bound(lower=1)
client.publish_flow("before_N", artifacts=[result_N])
second_N = size(result_N)
second_N.bound(lower=1, severity="error")
second_N.bound(upper=9)
client.publish_flow("after_N", artifacts=[result_N])
`,
  "a check on literals that is called again": `
@aq.check
def above_N(t, least=1, names=("a", "b")):
    return True

result_N = inc(TABLE)
above_N(result_N)
above_N(result_N, 1, ("a", "b"))
above_N(result_N, 1.0)
above_N(result_N, 2)
`,
  "a check of a name that is defined again": `
@aq.check(name="looks good_N")
def one_N(t):
    return True

@aq.check(name="looks good_N")
def two_N(t):
    return True

result_N = inc(TABLE)
one_N(result_N)
two_N(result_N)
`,
  "a check that may be called again": `
import os
result_N = inc(TABLE)
good(result_N)
if os.environ.get("AQUEDUCT_NEVER_SET"):
    good(result_N)
`,
  "a save of one mode or another": `
import os
result_N = inc(TABLE)
if os.environ.get("AQUEDUCT_NEVER_SET"):
    db.save(result_N, "either_N", "append")
else:
    db.save(result_N, "either_N", "replace")
`,
  "a metric of what is replaced": `
@aq.metric
def ratio_N(a, b):
    return a / b

result_N = inc(TABLE)
rows_N = size(result_N)
ratio_N(rows_N, size(OTHER))
ratio_N(size(result_N), size(OTHER)).bound(upper=2)
`,
  "a name that is changed after it is published": `
result_N = inc(TABLE)
client.publish_flow("named_N", artifacts=[result_N])
result_N.set_name("other_N")
`,
  "one name published twice": `
result_N = inc(TABLE)
client.publish_flow("twice_N", artifacts=[TABLE])
good(result_N)
client.publish_flow("twice_N", artifacts=[result_N])
`,
  "publishes in a loop": `
result_N = inc(TABLE)
for name_N in ("first_N", "second_N"):
    client.publish_flow(name_N, artifacts=[result_N])
`,
  "publishes in a function": `
def publish_N(name, *artifacts):
    client.publish_flow(name, artifacts=list(artifacts))

result_N = inc(TABLE)
publish_N("by a function_N", result_N, OTHER)
`,
  "publishes values of a dictionary": `
made_N = {"a": inc(TABLE), "b": OTHER}
result_N = made_N["a"]
client.publish_flow("values_N", artifacts=list(made_N.values()))
`,
  "publishes a comprehension": `
result_N = inc(TABLE)
client.publish_flow("comprehended_N", artifacts=[inc(one) for one in (TABLE, result_N)])
`,
  "publishes with settings spread": `
result_N = inc(TABLE)
settings_N = dict(schedule=aq.daily(hour=3), artifacts=[result_N])
client.publish_flow("settings_N", **settings_N)
`,
  "a schedule": `
result_N = inc(TABLE)
client.publish_flow("scheduled_N", schedule="0 3 * * 1", artifacts=result_N)
`,
  "parameters of a query": `
limit_N = client.create_param("limit_N", default=10)
result_N = db.sql("SELECT * FROM sales LIMIT $1", parameters=[limit_N])
`,
  "parameters in a loop": `
result_N = TABLE
for name_N, value_N in {"low_N": 1, "high_N": 9}.items():
    result_N = add(result_N, client.create_param(name_N, default=value_N))
`,
  "named outputs": `
@aq.op(outputs=["left_N", "right_N"])
def split_N(t):
    return t, t

left_N, right_N = split_N(TABLE)
result_N = add(right_N, left_N)
`,
  "outputs of one name, made unique": `
load(1)
load(2)
second_N = inc(load(1))
result_N = add(inc(TABLE), inc(second_N))
size(result_N)
size(second_N)
`,
  "a name with blanks around it": `
@aq.op(outputs=[" left_N ", "right_N "])
def split_N(t):
    return t, t

@aq.metric(output=" rows_N ")
def rows_N(t):
    return len(t)

left_N, right_N = split_N(TABLE)
rows_N(left_N)
queried_N = db.sql("SELECT 1", output=" queried_N ")
result_N = add(right_N, queried_N)
`,
  "a name of one's own that another one would be given": `
result_N = add(inc(TABLE), inc(OTHER))
inc(result_N).set_name("inc artifact (1)")
result_N = inc(result_N)
result_N.set_name("inc artifact")
`,
  "one name in several workflows": `
for number_N in (1, 2):
    result_N = load(number_N)
    result_N.set_name("the same_N")
    client.publish_flow(f"own_{number_N}_N", artifacts=[result_N])
result_N = inc(TABLE)
`,
  "outputs counted by a name": `
COUNT_N = 3

@aq.op(num_outputs=COUNT_N)
def split_N(t):
    return t, t, t

*_, result_N = split_N(TABLE)
`,
  "an artifact that is renamed": `
result_N = inc(TABLE)
result_N.set_name("renamed_N")
result_N = inc(result_N)
`,
  "a client in a function": `
def connected_N():
    connection = aq.Client()
    return connection.resource("lake")

result_N = add(TABLE, connected_N().sql("SELECT 1"))
`,
  "resources in a loop": `
result_N = TABLE
for name_N in ("warehouse", "lake"):
    result_N = add(result_N, client.resource(name_N).sql("SELECT 1"))
`,
  "values that are printed": `
result_N = inc(TABLE)
print(result_N.get(), result_N)
`,
  "what nothing reaches": `
result_N = inc(TABLE)
forgotten_N = inc(OTHER)
`,
});
