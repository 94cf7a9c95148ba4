import collections

Known = collections.namedtuple('Known', 'airports airlines')


def references():
    return Known({'BER': {'north': 52.4, 'east': 13.5}}, {'x1': 'Airline X'})
