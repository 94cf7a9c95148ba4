"""Names that are words of Python, of templates, of paths and of the product."""
from aqueduct import Client, check, metric, op

client = Client()
start = client.create_param('model:depth, v2.0', default=4)


@op(name='class')
def keyword(value):
    return value + 1


@op(name='værdi / 値 🍇 "quoted" {{ x }} %d <i>')
def symbols(value):
    return value + 1


@op(name='class.csv')
def dotted(value):
    return value + 1


@op(name='stage_of_a_model_with_' + 'a_very_long_name_' * 16)
def long(value):
    return value + 1


@op(name='_gate')
def gate(value):
    return value + 1


@op(name='params_y')
def parameters(value):
    return value + 1


@op
def last(value):
    return value


@metric
def mean_value(value):
    return value


@check(severity='error')
def is_ten(value):
    return value == 10


result = last(parameters(gate(long(dotted(symbols(keyword(start)))))))
is_ten(result)
mean_value(result)
client.publish_flow('Ablauf "ü" / 2.0: 50% {{ ds }} 🍇\'s', artifacts=[result])
