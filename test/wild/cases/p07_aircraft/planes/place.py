from dataclasses import dataclass


@dataclass
class Place:
    north: float
    east: float

    def box(self, radius):
        return self.north - radius, self.east + radius
