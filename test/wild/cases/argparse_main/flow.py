"""A script with a command line of its own, as cron starts it."""
import argparse
import os
import sys

from aqueduct import Client, op


@op
def read(source):
    assert source == 'orders.csv', source
    return 7


@op
def multiply(amount, by):
    return amount * by


def arguments():
    parser = argparse.ArgumentParser(description='imports the orders of a day')
    parser.add_argument('--source', default='orders.csv')
    parser.add_argument('--by', type=int, default=int(os.environ.get('BY', 2)))
    parser.add_argument('--no-publish', dest='publish', action='store_false')
    return parser.parse_args()


def main():
    given = arguments()
    amount = multiply(read(given.source), given.by)
    if given.publish:
        Client().publish_flow('nightly import', artifacts=[amount], schedule='@hourly' if os.environ.get('OFTEN') else '5 * * * *')
    return 0


if __name__ == '__main__':
    sys.exit(main())
