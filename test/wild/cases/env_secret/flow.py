"""A key that is read when the file is loaded, and used by an operator."""
import os

from aqueduct import Client, op

TOKEN = os.environ.get('WILD_SERVICE_TOKEN', 'canary-77b1e0c4d2aa9')
HEADER = {'Authorization': 'Bearer ' + TOKEN}


@op
def ask():
    return len(HEADER['Authorization'])


Client().publish_flow('bearer', artifacts=[ask()])
