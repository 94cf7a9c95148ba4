"""All ways to write something while an operator runs."""
import atexit
import logging
import os
import subprocess
import sys
import warnings

from aqueduct import Client, op

logging.basicConfig(level=logging.INFO, format='%(levelname)s %(name)s: %(message)s')
log = logging.getLogger('import.orders')
log.setLevel(logging.DEBUG)
log.addHandler(logging.StreamHandler(sys.stdout))


@op
def talk():
    log.info('WILD-info')
    log.debug('WILD-debug')
    logging.getLogger('another').info('WILD-root')
    for percent in range(0, 101, 20):
        sys.stderr.write(f'\r{percent}%|{"#" * (percent // 20)}')
    sys.stdout.buffer.write(b'\xfe\xffWILD-bytes\n')
    subprocess.run(['sh', '-c', 'echo WILD-child; echo WILD-complaint >&2'], check=True)
    os.system('echo WILD-system')
    warnings.warn('WILD-warning')
    print('x' * 2_000_000)
    atexit.register(lambda: print('WILD-exit'))
    print('WILD-last', end='')


Client().publish_flow('talk', artifacts=[talk()])
