"""Results that live only in their process."""
import os
import threading

from aqueduct import Client, op

client = Client()


@op
def rows():
    return (number for number in range(2))


@op
def locked():
    return {'state': [threading.Lock()]}


@op
def opened():
    return open(os.devnull)


@op
def total(values):
    return sum(values)


client.publish_flow('generator', artifacts=[total(rows())])
client.publish_flow('lock', artifacts=[locked()])
client.publish_flow('file', artifacts=[opened()])
