# ruff: noqa: E501 - a table, whose entries are read better on one line
"""Cases of `test/runtime/shipping` with libraries that only this suite's Python has."""

CASES: dict[str, str] = {
    "pydantic: validators, fields, computed and private ones": """
    from typing import Annotated, Literal
    from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, computed_field, field_validator, model_validator
    def even(x):
        if x % BASE:
            raise ValueError("odd")
        return x
    BASE = 2
    Even = Annotated[int, AfterValidator(even)]
    class Wine(BaseModel):
        model_config = ConfigDict(frozen=True, extra="forbid")
        kind: Literal["red", "white"] = "red"
        n: Even = Field(2, gt=0, alias="count")
        _cache: dict = PrivateAttr(default_factory=dict)
        @field_validator("kind", mode="before")
        @classmethod
        def lower(cls, value):
            return value.lower() + SUFFIX
        @model_validator(mode="after")
        def whole(self):
            self._cache["n"] = self.n
            return self
        @computed_field
        @property
        def double(self) -> int:
            return self.n * 2
    SUFFIX = ""
    wine = Wine(kind="WHITE", count=4)
    @op
    def look():
        try:
            Wine(count=3)
        except ValueError as error:
            failed = len(error.errors())
        return wine, wine == Wine(kind="white", count=4), wine.double, wine._cache, type(wine) is Wine, failed, wine.model_dump_json()
""",
    "pydantic: generic models and specializations of them": """
    from typing import Generic, Optional, TypeVar
    from pydantic import BaseModel, TypeAdapter
    T = TypeVar("T")
    class Item(BaseModel):
        n: int
    class Page(BaseModel, Generic[T]):
        items: list[T]
        next: Optional["Page[T]"] = None
    Items = Page[Item]
    page = Page[Item](items=[{"n": 1}], next=Page[Item](items=[]))
    numbers = Page[int](items=["5"])
    adapter = TypeAdapter(dict[str, Item])
    @op
    def look():
        return page, type(page) is Page[Item], isinstance(page, Page), page.items[0] == Item(n=1), numbers, Items(items=[]).items, adapter.validate_python({"a": {"n": "2"}})
""",
    "pydantic: discriminated unions, self reference, models from create_model": """
    from typing import Annotated, Literal, Union
    from pydantic import BaseModel, Field, RootModel, create_model
    class Cat(BaseModel):
        kind: Literal["cat"] = "cat"
        kittens: list["Cat"] = []
    class Dog(BaseModel):
        kind: Literal["dog"] = "dog"
    class Zoo(BaseModel):
        pets: list[Annotated[Union[Cat, Dog], Field(discriminator="kind")]]
    class Tags(RootModel[list[str]]):
        def __iter__(self):
            return iter(self.root)
    Made = create_model("Made", x=(int, 3), pet=(Dog, Dog()))
    zoo = Zoo(pets=[{"kind": "cat", "kittens": [{}]}, Dog()])
    tags, made = Tags(["a"]), Made(x="4")
    @op
    def look():
        return zoo, isinstance(zoo.pets[0].kittens[0], Cat), list(tags), made, Made().x, isinstance(made, Made)
""",
    "pydantic: data classes, settings of serialization, a base of a module": """
    import datetime
    from pydantic import BaseModel, field_serializer
    from pydantic.dataclasses import dataclass
    from base import Strict
    @dataclass
    class Point:
        x: int
        def __post_init__(self):
            self.y = self.x * SCALE
    SCALE = 3
    class Event(Strict):
        when: datetime.date
        where: Point
        @field_serializer("when")
        def year(self, value):
            return value.year
    event = Event(when="2024-01-02", where={"x": 2})
    @op
    def look():
        return event.model_dump(), event.where.y, Strict.kinds, type(event.where) is Point
    # file: base.py
    from pydantic import BaseModel, ConfigDict
    class Strict(BaseModel):
        model_config = ConfigDict(extra="forbid")
        kinds: "ClassVar[list]" = []
        def __init_subclass__(cls, **keywords):
            super().__init_subclass__(**keywords)
            Strict.kinds.append(cls.__name__)
    from typing import ClassVar
    Strict.model_rebuild()
""",
    "cloudpipe/cloudpickle 565: a pydantic model": """
    from pydantic import BaseModel
    class MyModel(BaseModel):
        name: str = ""
    kinds = [MyModel]
    @op
    def look():
        return MyModel(name="bar").name, kinds[0] is MyModel, kinds[0]().name
""",
    "pydantic/pydantic 12696: a model that is used twice in another": """
    from typing import Optional
    from pydantic import BaseModel
    def make():
        class Foo(BaseModel):
            foo: int
        class Bar(BaseModel):
            bar1: Foo
            bar2: Optional[list[Foo]] = None
        return Foo, Bar
    Foo, Bar = make()
    bar = Bar(bar1={"foo": 1}, bar2=[{"foo": 2}])
    @op
    def look():
        return bar.bar1.foo, bar.bar2[0].foo, Bar(bar1=Foo(foo=3)).bar1
""",
    "Point72/ccflow 210: a specialization of a generic model of a module": """
    from results import GenericResult
    result = GenericResult[int](value="3")
    kinds = {int: GenericResult[int]}
    @op
    def look():
        return result.value, type(result) is GenericResult[int], kinds[int](value=4).value
    # file: results.py
    from typing import Generic, TypeVar
    from pydantic import BaseModel
    T = TypeVar("T")
    class GenericResult(BaseModel, Generic[T]):
        value: T
""",
    "PrefectHQ/prefect 16342: a model that is given on": """
    from pydantic import BaseModel, TypeAdapter
    class MyClass(BaseModel):
        pass
    kept = MyClass()
    @op
    def look():
        return TypeAdapter(MyClass).validate_python(kept) is kept, isinstance(kept, MyClass)
""",
    "attrs: classes with validators, converters, slots and a factory": """
    import attrs
    from attr import attrib, s
    def upper(text):
        return text.upper() + MARK
    MARK = "!"
    @attrs.define
    class Wine:
        name: str = attrs.field(converter=upper)
        year: int = attrs.field(default=2000, validator=attrs.validators.gt(1900))
        tags: list = attrs.Factory(list)
        both: str = attrs.field(init=False)
        @both.default
        def _both(self):
            return f"{self.name}{self.year}"
        @year.validator
        def _check(self, attribute, value):
            if value > LATEST:
                raise ValueError(value)
    LATEST = 2100
    @attrs.frozen
    class Key:
        a: int
    @s(auto_attribs=True)
    class Old:
        x: int = attrib(default=1)
    wine, table, old = Wine("a"), {Key(1): "k"}, Old()
    @op
    def look():
        try:
            Wine("b", 3000)
        except ValueError as error:
            failed = str(error)
        return wine, wine == Wine("a"), table[Key(1)], failed, attrs.asdict(wine), old, attrs.fields(Wine).year.default, attrs.fields(Wine).name.default is attrs.NOTHING
""",
    "scikit-learn: a fitted pipeline with functions and classes of the file": """
    import numpy as np
    from sklearn.base import BaseEstimator, TransformerMixin
    from sklearn.linear_model import LinearRegression
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import FunctionTransformer
    class Shift(BaseEstimator, TransformerMixin):
        def __init__(self, by=1):
            self.by = by
        def fit(self, X, y=None):
            self.mean_ = X.mean()
            return self
        def transform(self, X):
            return X - self.mean_ + self.by * SCALE
    def square(X):
        return X ** 2
    SCALE = 2
    model = Pipeline([("shift", Shift()), ("square", FunctionTransformer(square)), ("fit", LinearRegression())])
    model.fit(np.arange(6.0).reshape(-1, 1), np.arange(6.0))
    fitted = model.named_steps["fit"]
    @op
    def look():
        return model.predict([[2.0]]).round(6).tolist(), model.named_steps["shift"].mean_, isinstance(model.named_steps["shift"], Shift), fitted is model.named_steps["fit"]
""",
    "scikit-learn: a scorer, a grid and clones": """
    from sklearn.base import clone
    from sklearn.metrics import make_scorer
    from sklearn.model_selection import GridSearchCV, KFold
    from sklearn.dummy import DummyRegressor
    import numpy as np
    def loss(y, p):
        return float(np.abs(y - p).max()) * WEIGHT
    WEIGHT = 3
    search = GridSearchCV(DummyRegressor(), {"strategy": ["mean", "median"]}, scoring=make_scorer(loss, greater_is_better=False), cv=KFold(2))
    @op
    def look():
        X, y = np.zeros((6, 1)), np.array([0, 0, 0, 1, 9, 2.0])
        return search.fit(X, y).best_score_, clone(search).get_params()["scoring"]._score_func is loss
""",
    "joblib/joblib 1071: the configuration of scikit-learn": """
    import sklearn
    sklearn.set_config(working_memory=123)
    @op
    def look():
        return sklearn.get_config()["working_memory"]
""",
    "polars: frames, lazy frames, expressions, kinds": """
    import datetime
    import polars as pl
    df = pl.DataFrame({"a": [1, None], "d": [datetime.date(2024, 1, 2), None], "l": [[1], []], "c": pl.Series(["x", "y"], dtype=pl.Categorical), "e": pl.Series(["p", "q"], dtype=pl.Enum(["q", "p"]))})
    lazy = df.lazy().filter(pl.col("a") > 0).select("a", "l")
    rule = pl.when(pl.col("a").is_null()).then(0).otherwise(pl.col("a") * 2).alias("b")
    kinds = {"a": pl.Int64, "t": pl.Datetime("ms", "UTC"), "d": pl.Decimal(10, 2)}
    @op
    def look():
        return df.rows(), df.schema, lazy.collect().rows(), df.select(rule).rows(), kinds
""",
    "polars: a function of the file in an expression": """
    import polars as pl
    def double(x):
        return x * FACTOR
    FACTOR = 2
    rule = pl.col("a").map_elements(double, return_dtype=pl.Int64)
    @op
    def look():
        return pl.DataFrame({"a": [1, 2]}).select(rule).rows()
""",
    "SQLAlchemy: declarative classes with relations": """
    from sqlalchemy import ForeignKey, create_engine, select
    from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
    class Base(DeclarativeBase):
        pass
    class Owner(Base):
        __tablename__ = "owner"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str]
        wines: Mapped[list["Wine"]] = relationship(back_populates="owner")
    class Wine(Base):
        __tablename__ = "wine"
        id: Mapped[int] = mapped_column(primary_key=True)
        owner_id: Mapped[int] = mapped_column(ForeignKey("owner.id"))
        owner: Mapped[Owner] = relationship(back_populates="wines")
    @op
    def look():
        engine = create_engine("sqlite://")
        Base.metadata.create_all(engine)
        with Session(engine) as session:
            session.add(Owner(id=1, name="a", wines=[Wine(id=5)]))
            session.commit()
            return session.scalars(select(Wine)).one().owner.name, sorted(Base.metadata.tables)
""",
    "SQLAlchemy: classes that mixins and a factory make": """
    from sqlalchemy import Column, Integer, String, create_engine, inspect
    from sqlalchemy.orm import declarative_base, declared_attr
    Base = declarative_base()
    class Named:
        @declared_attr
        def __tablename__(cls):
            return cls.__name__.lower() + SUFFIX
        id = Column(Integer, primary_key=True)
    SUFFIX = "_t"
    class User(Named, Base):
        name = Column(String)
    class Post(Named, Base):
        title = Column(String)
    TABLES = {kind.__tablename__: kind for kind in (User, Post)}
    @op
    def look():
        return sorted(Base.metadata.tables), TABLES["user_t"] is User, [c.key for c in inspect(Post).columns]
""",
    "matplotlib: styles, colours and a normalization": """
    import matplotlib
    from matplotlib.colors import LinearSegmentedColormap, Normalize
    colours = LinearSegmentedColormap.from_list("own", ["red", "blue"])
    norm = Normalize(0, 10)
    @op
    def look():
        return colours(0.5), norm(5.0), colours.name
""",
    "joblib: delayed calls and a memory in the operator": """
    import joblib, tempfile
    def work(x, y=1):
        return x * y * SCALE
    SCALE = 2
    calls = [joblib.delayed(work)(n, y=3) for n in range(3)]
    @op
    def look():
        cached = joblib.Memory(tempfile.mkdtemp(), verbose=0).cache(work)
        return joblib.Parallel(n_jobs=2, backend="threading")(calls), joblib.Parallel(n_jobs=1)(calls), cached(2)
""",
}

KNOWN_WRONG = {
    "joblib/joblib 1071: the configuration of scikit-learn": "State of the process: no hint says so yet.",
}
