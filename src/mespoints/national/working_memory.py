"""The working memory of the fold as compiled rules see it: one block of ints, laid out once, used for every licence.

A rule reads ``m.state[TOTAL]``, ``m.offences[k].began_on`` or writes ``m.movements.append(...)`` of
``law.memory.Memory``; here ``m`` is the address of the block, its lists are places in it, and nothing is allocated
while licences are folded.
"""

import operator
from typing import Any

import numpy as np
from numba import from_dtype, njit, types
from numba.core import cgutils
from numba.core.extending import models, register_model
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, intrinsic, lower_getattr_generic, overload, overload_method
from numba.np.arrayobj import populate_array

from mespoints.law.memory import STATE_SIZE
from mespoints.law.rows import MovementRow, Row

MOST_ROWS = 256
MOST_MOVEMENTS = 1024
"""What a block has room for. A licence that needs more is folded by the plain rules: none was ever seen."""

ROW = np.dtype([(name, np.int64) for name in Row._fields])
MOVEMENT = np.dtype([(name, np.int64) for name in MovementRow._fields])

INTS = types.Array(types.int64, 1, "C")
ROWS, MOVEMENTS = (types.Array(from_dtype(record), 1, "C") for record in (ROW, MOVEMENT))
LISTS = {"facts": ROWS, "rows": ROWS, "offences": ROWS, "movements": MOVEMENTS, "revisions": ROWS}
"""The parts of ``Memory`` that are lists of rows; their lengths stand in ``counts``, in this order."""
WAS_FULL = len(LISTS)
"""The place of ``counts`` that is 1 once there was no room for a movement."""

LENGTHS = {
    "counts": len(LISTS) + 1, "state": STATE_SIZE, "taken": MOST_ROWS, "known": MOST_ROWS, "one_due": MOST_ROWS,
    "ten_due": MOST_ROWS, "facts": MOST_ROWS, "rows": MOST_ROWS, "offences": MOST_ROWS, "movements": MOST_MOVEMENTS,
    "revisions": MOST_ROWS, "undoes": MOST_ROWS, "waits": MOST_ROWS,
}  # fmt: skip
"""The parts of the block in their order; ``counts`` is ours, the others are those of ``Memory``."""


def places() -> tuple[dict[str, int], int]:
    """Where each part begins, in ints, and how long the block is."""
    found, end = {}, 0
    for name, length in LENGTHS.items():
        found[name] = end
        end += length * (LISTS[name].dtype.size // 8 if name in LISTS else 1)
    return found, end


PLACES, BLOCK_SIZE = places()


def new_block() -> Any:
    """Room for one licence at a time; each thread has its own."""
    return np.zeros(BLOCK_SIZE, dtype=np.int64)


class MemoryType(types.Type):
    """What numba knows ``m`` as."""

    def __init__(self) -> None:
        super().__init__(name="WorkingMemory")


class ListType(types.Type):
    """What numba knows one of its lists of rows as."""

    def __init__(self, part: str) -> None:
        super().__init__(name=f"WorkingList({part})")
        self.part = part
        self.place = list(LISTS).index(part)


MEMORY = MemoryType()


@register_model(MemoryType)
@register_model(ListType)
class AddressModel(models.PrimitiveModel):
    """Both are the address of the block."""

    def __init__(self, manager: Any, fe_type: Any) -> None:
        super().__init__(manager, fe_type, cgutils.intp_t.as_pointer())


@infer_getattr
class MemoryAttributes(AttributeTemplate):
    """The types of the parts of the block."""

    key = MemoryType

    def generic_resolve(self, _memory: Any, name: str) -> Any:
        if name in LISTS:
            return ListType(name)
        return INTS if name in LENGTHS else None


@infer_getattr
class ListAttributes(AttributeTemplate):
    """What is behind a list: all the room for its rows, and the lengths of all lists."""

    key = ListType

    def generic_resolve(self, rows: Any, name: str) -> Any:
        return {"room": LISTS[rows.part], "counts": INTS}.get(name)


@lower_getattr_generic(MemoryType)
def part_of_memory(context: Any, builder: Any, _kind: Any, address: Any, name: str) -> Any:
    """A list of the block is known by the same address; what is not of rows is an array."""
    return address if name in LISTS else array_over(context, builder, address, name, INTS)


@lower_getattr_generic(ListType)
def behind_a_list(context: Any, builder: Any, kind: Any, address: Any, name: str) -> Any:
    """The arrays that a list is made of."""
    if name == "counts":
        return array_over(context, builder, address, name, INTS)
    return array_over(context, builder, address, kind.part, LISTS[kind.part])


def array_over(context: Any, builder: Any, address: Any, part: str, kind: Any) -> Any:
    """An array over a part of the block; numba owns none of it, so that nothing is counted."""
    array = context.make_array(kind)(context, builder)
    size = context.get_constant(types.intp, kind.dtype.size if part in LISTS else 8)
    place = builder.gep(address, [context.get_constant(types.intp, PLACES[part])])
    populate_array(
        array, data=builder.bitcast(place, array.data.type), shape=[context.get_constant(types.intp, LENGTHS[part])],
        strides=[size], itemsize=size, meminfo=None,
    )  # fmt: skip
    return array._getvalue()  # noqa: SLF001 - numba's own way to give a structure back


@intrinsic
def memory_at(_context: Any, _block: Any) -> Any:
    """The memory that a block of ``new_block`` holds."""

    def address(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return context.make_array(signature.args[0])(context, builder, arguments[0]).data

    return MEMORY(INTS), address


@njit
def copy_row(to: Any, row: Any) -> None:
    """Write a row over another, field by field."""
    to.day, to.kind, to.established_on, to.began_on = row.day, row.kind, row.established_on, row.began_on
    to.act, to.grade, to.points, to.group, to.delay_from = row.act, row.grade, row.points, row.group, row.delay_from


@njit
def copy_movement(to: Any, row: Any) -> None:
    """Write a movement over another, field by field."""
    to.day, to.cause, to.points, to.total, to.ceiling = row.day, row.cause, row.points, row.total, row.ceiling
    to.act, to.offence, to.reason, to.letter, to.ground = row.act, row.offence, row.reason, row.letter, row.ground


@overload(len)
def length(rows: Any) -> Any:
    """How a compiled rule counts the rows of a list."""
    if not isinstance(rows, ListType):
        return None
    place = rows.place

    def count(rows: Any) -> Any:
        return rows.counts[place]

    return count


@overload(operator.getitem)
def row_at(rows: Any, k: Any) -> Any:
    """How a compiled rule reads a row of a list."""
    if not isinstance(rows, ListType) or not isinstance(k, types.Integer):
        return None

    def read(rows: Any, k: Any) -> Any:
        return rows.room[k]

    return read


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
    place, most, copy = rows.place, LENGTHS[rows.part], copy_movement if rows.part == "movements" else copy_row

    def write(rows: Any, _row: Any) -> None:
        count = rows.counts[place]
        if count < most:
            copy(rows.room[count], _row)
            rows.counts[place] = count + 1
        else:
            rows.counts[WAS_FULL] = 1

    return write
