"""The steps, what joins them and what publishes them stand in modules."""
from parts import joining as j
from parts import steps
from parts.steps import begin, client, grow

seed = begin()
grown = grow(seed, steps.WEIGHT)
j.send(client, 'spread out', j.rate_each(grown, [seed, begin()]))
