"""A folder of the user's that is called like the package."""
from aqueduct import Client, op


@op
def two():
    return 2


Client().publish_flow('namesake', artifacts=[two()])
