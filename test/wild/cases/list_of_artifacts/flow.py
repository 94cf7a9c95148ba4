"""A step that takes a list of what other steps gave."""
from aqueduct import Client, op


@op
def part(n):
    return 2 * n


@op
def join(parts):
    return sum(parts)


client, joined = Client(), join([part(n) for n in range(3)])
client.publish_flow('fan in', artifacts=[joined])
