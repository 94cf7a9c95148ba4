"""Shows the values of its parameters as Python has them."""

from aqueduct import Client, op

client = Client()


@op
def written(*values):
    return repr(values)


values = written(
    client.create_param('ident', default=9007199254740995),
    client.create_param('rate', default=1.0),
    client.create_param('items', default=[1]),
)
client.publish_flow('numbers', artifacts=[values])
