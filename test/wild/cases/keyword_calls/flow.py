"""Ways to call an operator that a function takes."""
from aqueduct import Client, op


@op
def three():
    return 3


@op
def scaled(value, factor=2):
    return [value] * factor


data = three()
a = scaled(data)
b = scaled(*[data])
c = scaled(value=data)
d = scaled(data, factor=3)
e = scaled(**{'value': data})
f = scaled([data, data])
g = scaled({'one': data})
h = scaled((data,))
Client().publish_flow('keywords', artifacts=[a, b, c, d, e, f, g, h])
