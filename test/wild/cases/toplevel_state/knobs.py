LIMIT = 1
TABLE = {}
turned = 0


def twice(x):
    return 2 * x


def turn(by):
    global turned
    turned = by
