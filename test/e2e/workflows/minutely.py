"""One task, every minute."""

from aqueduct import Client, op

client = Client()


@op
def tick():
    return 1


client.publish_flow('minutely', artifacts=[tick()], schedule='* * * * *')
