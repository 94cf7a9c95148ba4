import { family } from "../construct.js";

export const texts = family("text", {
  "dedent, a query": `
import textwrap
result_N = db.sql(textwrap.dedent("""
    SELECT *
    FROM sales
"""), name="dedented_N")
`,
  "dedent, imported by name": `
from textwrap import dedent
query_N = dedent("""\\
    SELECT 1
    """).strip()
result_N = add(db.sql(query_N), TABLE)
`,
  "dedent, in a list": `
import textwrap
result_N = db.sql([textwrap.dedent("""
    SELECT 1"""), "SELECT * FROM $"], output="chained_N")
`,
  "inspect.cleandoc": `
import inspect
result_N = db.sql(inspect.cleandoc("""
    SELECT 3
"""))
`,
  "f-string, a query": `
table_N = "sales"
result_N = db.sql(f"SELECT * FROM {table_N} LIMIT {2 * 5}")
`,
  "f-string, a name": `
result_N = db.sql("SELECT 1", name=f"rows {1 + 1}_N")
`,
  "f-string, over several lines": `
year_N = 2026
result_N = db.sql(
    f"SELECT * "
    f"FROM sales_{year_N} "
    "WHERE 1 = 1"
)
`,
  "f-string, formats": `
number_N, part_N = 7, 0.5
result_N = db.sql("SELECT 1", name=f"n {number_N:03d} {part_N:.2f} {number_N!r:>4}_N")
`,
  "f-string, names its expression": `
number_N = 7
result_N = db.sql("SELECT 1", name=f"{number_N=}_N")
`,
  "f-string, nested": `
width_N = 5
result_N = db.sql("SELECT 1", name=f"{'x':>{width_N}} {f'{width_N}'}_N")
`,
  "f-string, not known": `
import os
result_N = db.sql(f"SELECT {os.environ.get('AQUEDUCT_NEVER_SET', 1)}")
`,
  "f-string, an operator's name": `
for region_N in ("north", "south"):
    @aq.op(name=f"clean {region_N}_N")
    def clean_N(t):
        return t
    result_N = clean_N(TABLE)
`,
  "f-string, a workflow's name": `
result_N = inc(TABLE)
client.publish_flow(f"workflow {2 + 2}_N", artifacts=[result_N])
`,
  "f-string, a table's name": `
result_N = inc(TABLE)
for name_N in ["a", "b"]:
    db.save(result_N, f"table_{name_N}", "replace")
`,
  "f-string, an artifact's name": `
result_N = inc(TABLE)
result_N.set_name(f"made {'x'.upper()}_N")
`,
  "f-string, a parameter's name": `
result_N = add(TABLE, client.create_param(f"p_{1}_N", default=1))
`,
  percent: `
result_N = db.sql("SELECT * FROM %s LIMIT %d" % ("sales", 3), name="%s_N" % "x")
`,
  format: `
result_N = db.sql("SELECT * FROM {} LIMIT {n}".format("sales", n=3), name="{0}-{0}_N".format("x"))
`,
  format_map: `
result_N = db.sql("SELECT * FROM {table}".format_map({"table": "sales"}))
`,
  join: `
columns_N = ["a", "b"]
result_N = db.sql("SELECT " + ", ".join(columns_N) + " FROM sales")
`,
  "join of a generator": `
result_N = db.sql("SELECT " + ", ".join(f"'{name}'" for name in ("a", "b")))
`,
  methods: `
result_N = db.sql("  select 1  ".strip().upper(), name="a-b_N".replace("-", " ").title())
`,
  "split and index": `
result_N = db.sql("SELECT 1", name="first second".split()[1])
`,
  "parts of a text": `
result_N = db.sql("SELECT 1", name="prefix_middle"[7:])
`,
  repeated: `
result_N = db.sql("SELECT 1", name="ab" * 2)
`,
  "string.Template": `
import string
result_N = db.sql(string.Template("SELECT * FROM $table").substitute(table="sales"))
`,
  "side by side": `
result_N = db.sql("SELECT 1 "
    'UNION '
    """SELECT 2""")
`,
  "raw and escaped": `
result_N = db.sql(r"SELECT '\\d+'", name="tab\\tand \\u00e9_N")
`,
  "a number as text": `
result_N = db.sql("SELECT " + str(3) + repr("x"))
`,
  "a path": `
import pathlib
result_N = db.sql("SELECT 1", name=pathlib.Path("a/b/sales.csv").stem)
`,
  "a date": `
import datetime
result_N = db.sql("SELECT 1", name=f"since {datetime.date(2026, 1, 2).isoformat()}")
`,
  "a name of an artifact": `
result_N = db.sql("SELECT 1", name=inc(TABLE).name() + " again")
`,
  "a name of a function": `
def sales_N():
    return 1

result_N = db.sql("SELECT 1", name=sales_N.__name__)
`,
  "a docstring": `
def sales_N():
    """SELECT 1"""

result_N = db.sql(sales_N.__doc__)
`,
  "read from a file": {
    text: `
import pathlib
result_N = db.sql(pathlib.Path(__file__).with_name("query_N.sql").read_text())
`,
    files: { "query_N.sql": "SELECT 5" },
  },
  "a tag of a parameter": `
client.create_param("limit_N", default=5)
result_N = db.sql("SELECT * FROM sales LIMIT {{ limit_N }}")
`,
  "a tag in an f-string": `
client.create_param("limit_N", default=5)
table_N = "sales"
result_N = db.sql(f"SELECT * FROM {table_N} LIMIT {{{{ limit_N }}}}")
`,
});
