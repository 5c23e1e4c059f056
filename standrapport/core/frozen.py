# SPDX-License-Identifier: EUPL-1.2
"""`dataclass` as in the standard library, made in a tenth of the time.

That of Python 3.11 writes and compiles five or six methods of every class when its module is
imported: a fifth of every command. Here the methods are shared functions, and `__init__` is
compiled when the first object of its class is made, which of most classes a command never does.
To mypy it is the one of the standard library, and so it is to `fields` and `replace`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable, Sequence
    from functools import cache
    from operator import attrgetter
    from types import CodeType, FunctionType

    _WRITTEN = ("__init__", "__repr__", "__eq__", "__hash__")  # a class may write these itself
    _NONE = object()  # stands for a value that is made anew

    def dataclass(
        cls: Any = None,
        /,
        *,
        frozen: bool = False,
        order: bool = False,
        eq: bool = True,
        slots: bool = False,
        kw_only: bool = False,
    ) -> Any:
        """A class of declared fields; the same words as `dataclasses.dataclass`."""

        def make(cls: type) -> type:
            if order:  # few, and their comparisons are not ours to write again
                return dataclasses.dataclass(
                    cls, frozen=frozen, order=True, eq=eq, slots=slots, kw_only=kw_only
                )
            return _made(cls, frozen=frozen, eq=eq, slots=slots, kw_only=kw_only)

        return make if cls is None else make(cls)

    def _made(cls: Any, *, frozen: bool, eq: bool, slots: bool, kw_only: bool) -> type:
        if cls.__doc__ is None:  # else the standard library makes one of the signature
            cls.__doc__ = cls.__name__
        kept = {*_WRITTEN} & set(vars(cls))
        cls = _with_fields(cls, frozen=frozen, slots=slots, kw_only=kw_only)
        methods: dict[str, Any] = {"__init__": _first_init(cls, frozen=frozen), "__repr__": _repr}
        if eq:
            methods |= _equality(cls, frozen=frozen)
        if frozen:
            methods |= {"__setattr__": _set, "__delattr__": _delete}
        if frozen and slots:
            methods |= {"__getstate__": _state, "__setstate__": _with_state}
        for name in methods.keys() - kept:
            setattr(cls, name, methods[name])
        return cls

    def _with_fields(cls: Any, *, frozen: bool, slots: bool, kw_only: bool) -> Any:
        """The class with its fields declared, by the standard library: it is asked for no methods,
        and as it then takes the class for one that may change, so it must those above it.
        """
        above = [vars(one)["__dataclass_params__"] for one in cls.__mro__[1:] if _declared(one)]
        before = [one.frozen for one in above]
        for one in above:
            one.frozen = False
        try:
            cls = dataclasses.dataclass(
                cls, init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
            )
        finally:
            for one, was in zip(above, before, strict=True):
                one.frozen = was
        if any(was is not frozen for was in before):
            raise TypeError(f"{cls.__name__} and what it is made from must both be frozen or not")
        cls.__dataclass_params__.frozen = frozen
        return cls

    def _declared(cls: type) -> bool:
        return "__dataclass_params__" in vars(cls)

    def _first_init(cls: Any, *, frozen: bool) -> Callable[..., None]:
        """An `__init__` that puts the real one in its place."""

        def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
            if cls.__init__ is __init__:
                cls.__init__ = _init(cls, frozen=frozen)
            cls.__init__(self, *args, **kwargs)

        return __init__

    def _init(cls: Any, *, frozen: bool) -> Callable[..., None]:
        every = sorted(dataclasses.fields(cls), key=attrgetter("kw_only"))
        plain = [one for one in every if not one.kw_only]
        made_anew = [one.default_factory for one in every]
        code = _code(
            len(plain),
            tuple(one is not dataclasses.MISSING for one in made_anew),
            frozen=frozen,
            late=hasattr(cls, "__post_init__"),
        )
        names = {"_set": object.__setattr__, "_none": _NONE}
        names |= {f"f{at}": make for at, make in enumerate(made_anew)}
        own = {f"a{at}": one.name for at, one in enumerate(every)}
        by_place, by_name = _defaults(cls, plain), _defaults(cls, every[len(plain) :])
        made = FunctionType(_renamed(code, own, cls), names, "__init__", tuple(by_place.values()))
        made.__kwdefaults__ = by_name
        return made

    def _renamed(code: CodeType, own: dict[str, str], cls: type) -> CodeType:
        """The code with the names of the fields of a class."""
        return code.replace(
            co_varnames=tuple(own.get(one, one) for one in code.co_varnames),
            co_names=tuple(own.get(one, one) for one in code.co_names),
            co_consts=tuple(own.get(one, one) for one in code.co_consts),
            co_qualname=f"{cls.__qualname__}.__init__",
        )

    def _defaults(cls: type, fields: Sequence[dataclasses.Field[Any]]) -> dict[str, Any]:
        """What fields are that are not given, by name; those that must be given are not in it."""
        found: dict[str, Any] = {}
        for one in fields:
            if one.default_factory is not dataclasses.MISSING:
                found[one.name] = _NONE
            elif one.default is not dataclasses.MISSING:
                found[one.name] = one.default
            elif found and not one.kw_only:
                raise TypeError(f"{cls.__name__}: {one.name} must be given, those before it not")
        return found

    @cache
    def _code(plain: int, made_anew: tuple[bool, ...], *, frozen: bool, late: bool) -> CodeType:
        """The code of an `__init__` of fields a0, a1, … of which `plain` come by place, compiled
        once for all classes that differ in nothing but names; f0, f1, … make a value anew.
        """
        names = [f"a{at}" for at in range(len(made_anew))]
        values = [
            f"f{at}() if a{at} is _none else a{at}" if anew else f"a{at}"
            for at, anew in enumerate(made_anew)
        ]
        lines = [
            f"_set(self,{name!r},{value})" if frozen else f"self.{name}={value}"
            for name, value in zip(names, values, strict=True)
        ]
        if late:
            lines.append("self.__post_init__()")
        arguments = ["self", *names[:plain], *(["*"] if names[plain:] else []), *names[plain:]]
        body = "\n ".join(lines or ["pass"])
        source = f"def __init__({','.join(arguments)}):\n {body}"
        made: dict[str, Any] = {}
        exec(source, made)  # noqa: S102 - only numbered names
        code: CodeType = made["__init__"].__code__
        return code

    def _equality(cls: Any, *, frozen: bool) -> dict[str, Any]:
        compared = [one.name for one in dataclasses.fields(cls) if one.compare]
        hashed = [
            one.name
            for one in dataclasses.fields(cls)
            if (one.compare if one.hash is None else one.hash)
        ]
        values = _values(compared)

        def __eq__(self: Any, other: object) -> Any:  # noqa: N807
            if other.__class__ is not self.__class__:
                return NotImplemented
            return values(self) == values(other)

        if not frozen:
            return {"__eq__": __eq__, "__hash__": None}
        marked = values if hashed == compared else _values(hashed)

        def __hash__(self: Any) -> int:  # noqa: N807
            return hash(marked(self))

        return {"__eq__": __eq__, "__hash__": __hash__}

    def _values(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
        """What gives the values of some fields as a tuple."""
        if len(names) > 1:
            return attrgetter(*names)
        return (lambda one: (getattr(one, names[0]),)) if names else (lambda _: ())

    def _repr(self: Any) -> str:
        shown = (f"{one.name}={getattr(self, one.name)!r}" for one in _fields(self) if one.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _set(_self: Any, name: str, _value: Any) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _delete(_self: Any, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def _state(self: Any) -> list[Any]:
        return [getattr(self, one.name) for one in _fields(self)]

    def _with_state(self: Any, state: Sequence[Any]) -> None:
        for one, value in zip(_fields(self), state, strict=True):
            object.__setattr__(self, one.name, value)

    _fields = dataclasses.fields


__all__ = ["dataclass"]
