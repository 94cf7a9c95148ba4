"""A file that cannot be imported by its name."""
import os

from aqueduct import Client, op


class Mark:
    pass


@op
def mark():
    return Mark()


@op
def name(given):
    assert type(given) is Mark
    return os.path.basename(__file__)


Client().publish_flow('odd name', artifacts=[name(mark())])
