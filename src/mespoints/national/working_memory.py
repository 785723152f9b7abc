"""The working memory of the fold as compiled rules see it: one block, laid out once, used for every licence.

A rule reads ``m.state[TOTAL]``, ``m.offences[k].began_on`` or writes ``m.movements.append(...)`` of
``law.memory.Memory``; here ``m`` is the address of the block, its lists are places in it, and nothing is allocated or
counted while licences are folded. Numbers are ints of 64 bits, fields of rows of 32: every day has room there. As in
Python, ``rows`` and ``offences`` refer to rows of ``facts``, and copy none.
"""

import operator
from typing import Any

from llvmlite import ir
from numba import from_dtype, types
from numba.core.extending import models, register_model
from numba.core.imputils import lower_setattr_generic
from numba.core.typing.templates import AbstractTemplate, AttributeTemplate, infer_global, signature
from numba.extending import (
    infer_getattr,
    intrinsic,
    lower_builtin,
    lower_getattr_generic,
    overload,
    overload_method,
)

from mespoints.law.rows import MovementRow, Row
from mespoints.national.layout import FIELDS, LENGTHS, MOVEMENT, PLACES, REFERRING, WAS_FULL

BLOCK = types.Array(types.int64, 1, "C")
MOVEMENTS = types.Array(from_dtype(MOVEMENT), 1, "C")


class MemoryType(types.Type):
    """What numba knows ``m`` as."""

    def __init__(self) -> None:
        super().__init__(name="WorkingMemory")


class NumbersType(types.Type):
    """What numba knows a list of ints of the memory as: the address of the first."""

    def __init__(self, part: str) -> None:
        super().__init__(name=f"WorkingNumbers({part})")
        self.part = part


class ListType(types.Type):
    """What numba knows one of its lists of rows as: the address of the block."""

    def __init__(self, part: str) -> None:
        super().__init__(name=f"WorkingList({part})")
        self.part = part
        self.place = list(FIELDS).index(part)
        self.row = ROWS[FIELDS[part]]


class RowType(types.Type):
    """What numba knows a row of a list as: its address."""

    def __init__(self, name: str, fields: tuple[str, ...]) -> None:
        super().__init__(name=f"Working{name}")
        self.fields = fields


MEMORY, NUMBERS, ROW = MemoryType(), NumbersType("numbers"), RowType("Row", Row._fields)
ROWS = {Row._fields: ROW, MovementRow._fields: RowType("Movement", MovementRow._fields)}
APART = {name: NumbersType(name) for name in ("counts", "state")}
"""Numbers that no list of ints can be: what is written into the others leaves them as they are."""
FIELD, NUMBER = ir.IntType(32), ir.IntType(64)


@register_model(MemoryType)
@register_model(NumbersType)
@register_model(ListType)
class NumbersModel(models.PrimitiveModel):
    """An address of ints of 64 bits."""

    def __init__(self, manager: Any, fe_type: Any) -> None:
        super().__init__(manager, fe_type, NUMBER.as_pointer())


@register_model(RowType)
class RowModel(models.PrimitiveModel):
    """An address of ints of 32 bits."""

    def __init__(self, manager: Any, fe_type: Any) -> None:
        super().__init__(manager, fe_type, FIELD.as_pointer())


def told_apart(builder: Any, access: Any, part: str) -> Any:
    """Says to the compiler which part is read or written: what is written into one part changes no other."""
    module = builder.module
    whole = module.add_metadata([ir.MetaDataString(module, "working memory")])
    kind = module.add_metadata([ir.MetaDataString(module, part), whole, ir.Constant(NUMBER, 0)])
    access.set_metadata("tbaa", module.add_metadata([kind, kind, ir.Constant(NUMBER, 0)]))
    return access


def part_at(builder: Any, address: Any, part: str) -> Any:
    """The address of a part of the block."""
    return builder.gep(address, [ir.Constant(NUMBER, PLACES[part])], inbounds=True)


def read_field(builder: Any, row: Any, place: int) -> Any:
    """A field of a row."""
    at = builder.gep(row, [ir.Constant(NUMBER, place)], inbounds=True)
    return builder.sext(told_apart(builder, builder.load(at), "fields"), NUMBER)


def write_field(builder: Any, row: Any, place: int, value: Any) -> None:
    """Another number in a field of a row."""
    at = builder.gep(row, [ir.Constant(NUMBER, place)], inbounds=True)
    told_apart(builder, builder.store(builder.trunc(value, FIELD), at), "fields")


def held_row(builder: Any, rows: ListType, address: Any, k: Any) -> Any:
    """The address of a row of a list that holds its rows."""
    first = builder.bitcast(part_at(builder, address, rows.part), FIELD.as_pointer())
    return builder.gep(first, [builder.mul(k, ir.Constant(NUMBER, len(rows.row.fields)))], inbounds=True)


def reference(builder: Any, rows: ListType, address: Any, k: Any) -> Any:
    """The place of an address in a list that refers to rows."""
    first = builder.bitcast(part_at(builder, address, rows.part), FIELD.as_pointer().as_pointer())
    return builder.gep(first, [k], inbounds=True)


@infer_getattr
class MemoryAttributes(AttributeTemplate):
    """The types of the parts of the block."""

    key = MemoryType

    def generic_resolve(self, _memory: Any, name: str) -> Any:
        if name in FIELDS:
            return ListType(name)
        return APART.get(name, NUMBERS) if name in LENGTHS else None


@infer_getattr
class ListAttributes(AttributeTemplate):
    """The lengths of all lists can be read from each."""

    key = ListType

    def generic_resolve(self, _rows: Any, name: str) -> Any:
        return APART.get(name)


@infer_getattr
class RowAttributes(AttributeTemplate):
    """The fields of a row are numbers."""

    key = RowType

    def generic_resolve(self, row: Any, name: str) -> Any:
        return types.int64 if name in row.fields else None


@lower_getattr_generic(MemoryType)
@lower_getattr_generic(ListType)
def part_of_memory(_context: Any, builder: Any, _kind: Any, address: Any, name: str) -> Any:
    """A list of the block is known by the same address, numbers by that of the first."""
    return address if name in FIELDS else part_at(builder, address, name)


@lower_getattr_generic(RowType)
def field_of(_context: Any, builder: Any, kind: Any, row: Any, name: str) -> Any:
    """``row.day``."""
    return read_field(builder, row, kind.fields.index(name))


@lower_setattr_generic(RowType)
def set_field(_context: Any, builder: Any, sig: Any, arguments: Any, name: str) -> None:
    """``row.day = ...``."""
    write_field(builder, arguments[0], sig.args[0].fields.index(name), arguments[1])


@infer_global(operator.getitem)
class Reading(AbstractTemplate):
    """``m.state[TOTAL]`` is a number, ``m.offences[k]`` a row."""

    def generic(self, arguments: Any, _keywords: Any) -> Any:
        whole, k = arguments
        if not isinstance(k, types.Integer):
            return None
        if isinstance(whole, NumbersType):
            return signature(types.int64, whole, types.int64)
        return signature(whole.row, whole, types.int64) if isinstance(whole, ListType) else None


@infer_global(operator.setitem)
class Writing(AbstractTemplate):
    """A number takes the place of another, a row that of another row."""

    def generic(self, arguments: Any, _keywords: Any) -> Any:
        whole, k, value = arguments
        if not isinstance(k, types.Integer):
            return None
        if isinstance(whole, NumbersType):
            return signature(types.none, whole, types.int64, types.int64)
        return signature(types.none, whole, types.int64, value) if isinstance(whole, ListType) else None


@lower_builtin(operator.getitem, NumbersType, types.Integer)
def number_at(_context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
    """How a compiled rule reads a number; no rule counts from the end."""
    at = builder.gep(arguments[0], [arguments[1]], inbounds=True)
    return told_apart(builder, builder.load(at), sig.args[0].part)


@lower_builtin(operator.setitem, NumbersType, types.Integer, types.Integer)
def set_number(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
    """How it writes one."""
    at = builder.gep(arguments[0], [arguments[1]], inbounds=True)
    told_apart(builder, builder.store(arguments[2], at), sig.args[0].part)
    return context.get_dummy_value()


@lower_builtin(operator.getitem, ListType, types.Integer)
def row_at(_context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
    """How it reads a row."""
    rows = sig.args[0]
    if rows.part in REFERRING:
        return told_apart(builder, builder.load(reference(builder, rows, *arguments)), "references")
    return held_row(builder, rows, *arguments)


@lower_builtin(operator.setitem, ListType, types.Integer, RowType)
@lower_builtin(operator.setitem, ListType, types.Integer, types.BaseTuple)
def set_row(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
    """How a row, or what it is made of, is put into a list."""
    rows, value = sig.args[0], arguments[2]
    if rows.part in REFERRING:
        told_apart(builder, builder.store(value, reference(builder, rows, *arguments[:2])), "references")
        return context.get_dummy_value()
    row = held_row(builder, rows, *arguments[:2])
    for place in range(len(rows.row.fields)):
        if isinstance(sig.args[2], RowType):
            number = read_field(builder, value, place)
        else:
            found = builder.extract_value(value, place)
            number = context.cast(builder, found, sig.args[2].types[place], types.int64)
        write_field(builder, row, place, number)
    return context.get_dummy_value()


@intrinsic
def memory_at(_context: Any, _block: Any) -> Any:
    """The memory that a block of ``new_block`` holds."""

    def address(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        return context.make_array(sig.args[0])(context, builder, arguments[0]).data

    return MEMORY(BLOCK), address


@overload(len)
def length(rows: Any) -> Any:
    """How a compiled rule counts the rows of a list."""
    if not isinstance(rows, ListType):
        return None
    place = rows.place

    def count(rows: Any) -> Any:
        return rows.counts[place]

    return count


@overload(operator.delitem)
def forget(rows: Any, from_here: Any) -> Any:
    """How a compiled rule shortens a list: ``del rows[count:]``."""
    if not isinstance(rows, ListType) or not isinstance(from_here, types.SliceType):
        return None
    place = rows.place

    def cut(rows: Any, from_here: Any) -> None:
        rows.counts[place] = from_here.start

    return cut


@overload_method(ListType, "append")
def append(rows: Any, _row: Any) -> Any:
    """How a compiled rule writes a movement, or keeps a row: of rows the engine lets in no more than there is room."""
    place, most = rows.place, LENGTHS[rows.part]

    def write(rows: Any, _row: Any) -> None:
        count = rows.counts[place]
        if count < most:
            rows[count] = _row
            rows.counts[place] = count + 1
        else:
            rows.counts[WAS_FULL] = 1

    return write
