"""Parameters that a run sets."""
from aqueduct import Client, op

client = Client()
limit = client.create_param('rate limit', default=7)
share = client.create_param('share', default=0.5)
on = client.create_param('on', default=False)
items = client.create_param('items', default=[0])
code = client.create_param('code', default='a')
word = client.create_param('word', default='b')


@op
def text_of(*values):
    return ' '.join(map(repr, values))


client.publish_flow('numbers', artifacts=[text_of(limit, share, on, items)])
client.publish_flow('texts', artifacts=[text_of(code, word)])
