"""A flow in a folder of flows, with a library above it."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import nearby  # noqa: E402
from aqueduct import Client, op  # noqa: E402
from library.numbers import twice  # noqa: E402

LIST = os.path.join(os.path.dirname(__file__), 'lists', 'numbers.txt')


@op(file_dependencies=['lists/numbers.txt'])
def numbers():
    with open(LIST) as file:
        return [int(line) for line in file]


@op
def look(found):
    from library import later

    return later.summed(map(twice, found)) + nearby.one()


Client().publish_flow('library above', artifacts=[look(numbers())])
