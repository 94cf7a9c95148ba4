"""Names that differ in case and signs only."""
from aqueduct import Client, op

client = Client()
blank = client.create_param('x y', default=1)
line = client.create_param('x_y', default=2)
dash = client.create_param('X-Y', default=3)


@op(name='x_y')
def three(*values):
    return values


@op(name='X y')
def again(values):
    return values


@op(name='')
def unnamed(values):
    return values


@op
def checked(values, same):
    assert values == same
    return values


values = again(three(blank, line, dash))
client.publish_flow('alike', artifacts=[checked(values, unnamed(values))])
