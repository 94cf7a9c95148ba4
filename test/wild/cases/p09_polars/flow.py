"""Tables that are not those of pandas."""
import polars as pl
import pyarrow as pa
from aqueduct import Client, op


@op
def raw() -> pl.DataFrame:
    return pl.DataFrame({'signups': [10, 200, 400], 'spend': [20, 80, 100]})


@op
def plan(rows: pl.DataFrame) -> pl.LazyFrame:
    return rows.lazy().with_columns((pl.col('spend') / pl.col('signups')).alias('each'))


@op(num_outputs=2)
def parts(rows: pl.DataFrame):
    return rows['spend'], rows.to_arrow()


@op
def total(plan: pl.LazyFrame, spend: pl.Series, table: pa.Table):
    rows = plan.collect()
    assert rows.columns == ['signups', 'spend', 'each'] and table.num_rows == 3
    return int(spend.sum() + rows['signups'].sum())


rows = raw()
Client().publish_flow('signups', artifacts=[total(plan(rows), *parts(rows))])
