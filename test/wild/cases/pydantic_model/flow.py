"""Models that validate data."""
from typing import Generic, Optional, TypeVar

from aqueduct import Client, op
from pydantic import BaseModel, Field, ValidationError, create_model, field_validator

E = TypeVar('E')


class Bottle(BaseModel):
    label: str = ''
    points: float = Field(0.0, ge=0)

    @field_validator('label')
    @classmethod
    def trimmed(cls, value):
        return value.strip()


class Shelf(BaseModel, Generic[E]):
    things: list[E]
    below: Optional['Shelf[E]'] = None


class Cellar(BaseModel):
    top: Shelf[Bottle]


Size = create_model('Size', width=(int, 1), height=(int, 2))


@op
def write():
    bottle = Bottle(label=' red ', points=3)
    return bottle, Shelf[Bottle](things=[bottle]), Cellar(top=Shelf[Bottle](things=[bottle])), Size(width=5)


@op
def read(given):
    bottle, shelf, cellar, size = given
    assert type(bottle) is Bottle and bottle.label == 'red' and bottle.model_copy(update={'points': 4.0}).points == 4
    assert isinstance(shelf, Shelf) and type(shelf.things[0]) is Bottle, type(shelf)
    assert type(cellar) is Cellar and cellar.top.things == [bottle], cellar
    assert type(size) is Size and (size.width, size.height) == (5, 2), type(size)
    try:
        Bottle(points=-1)
    except ValidationError:
        return True


Client().publish_flow('models of data', artifacts=[read(write())])
