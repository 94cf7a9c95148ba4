"""Files called like modules that others import."""
import queue_size
from aqueduct import Client, op


@op
def use():
    import random

    return queue_size.most() + random.Random(1).randint(1, 1)


Client().publish_flow('namesakes', artifacts=[use()])
