"""An operator that shows who it is and what it sees, then waits to be ended."""

import os
import sys
import time

from aqueduct import Client, op

client = Client()


@op
def wait(folder):
    print('environment', dict(os.environ))
    print('arguments', sys.argv)
    with open(os.path.join(folder, 'pid.part'), 'w') as file:
        file.write(str(os.getpid()))
    os.rename(os.path.join(folder, 'pid.part'), os.path.join(folder, 'pid'))
    while True:
        time.sleep(60)


waited = wait(client.create_param('folder', default='/nowhere'))
client.publish_flow('patient', artifacts=[waited])
