"""Everything in main(); what the steps use is a package."""
from datetime import timedelta

import planes
from aqueduct import Client, op


@op
def references():
    return planes.references()


@op
def flights(airport, radius, known):
    place = known.airports[airport]
    assert type(known) is planes.Known
    return planes.live(planes.Place(**place).box(radius), within=timedelta(minutes=1))


@op
def add_flights(raw, known):
    return planes.Table().add([planes.named(each, known) for each in raw if each[0]])


def main():
    client = Client()
    airport = client.create_param('airport', default='BER')
    radius = client.create_param('radius', default=50)
    known = references()
    added = add_flights(flights(airport, radius, known), known)
    client.publish_flow('flights', schedule='* * * * *', artifacts=[added])


if __name__ == '__main__':
    main()
