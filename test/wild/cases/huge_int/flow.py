"""An integer that Python itself does not print."""
from aqueduct import Client, op


@op
def power():
    return 7**6000


@op
def last_digits(number):
    return number % 10_000


Client().publish_flow('big number', artifacts=[last_digits(power())])
