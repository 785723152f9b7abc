"""The working memory of the fold as compiled rules see it: one block of ints, laid out once, used for every licence.

A rule reads ``m.state[TOTAL]``, ``m.offences[k].began_on`` or writes ``m.movements.append(...)`` of
``law.memory.Memory``; here ``m`` is the address of the block, its lists are places in it, and nothing is allocated
while licences are folded.
"""

from typing import Any

import numpy as np
from numba import from_dtype, njit, types
from numba.core import cgutils
from numba.core.extending import models, register_model
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, intrinsic, lower_getattr_generic, overload_method
from numba.np.arrayobj import populate_array

from mespoints.law.memory import STATE_SIZE
from mespoints.law.rows import MovementRow, Row

MOST_ROWS = 256
MOST_MOVEMENTS = 1024
"""What a block has room for. A licence that needs more is folded by the plain rules: none was ever seen."""

ROW = np.dtype([(name, np.int64) for name in Row._fields])
MOVEMENT = np.dtype([(name, np.int64) for name in MovementRow._fields])

ROWS, OFFENCES, WRITTEN = 0, 1, 2
"""The places of ``counts``: how many rows, offences and movements the block holds."""
WAS_FULL = 3
"""The place of ``counts`` that is 1 once there was no room for a movement."""

INTS = types.Array(types.int64, 1, "C")
RECORDS = {
    "rows": types.Array(from_dtype(ROW), 1, "C"),
    "offences": types.Array(from_dtype(ROW), 1, "C"),
    "written": types.Array(from_dtype(MOVEMENT), 1, "C"),
}
COUNTED = {"rows": ROWS, "offences": OFFENCES}
LENGTHS = {
    "counts": 4, "state": STATE_SIZE, "taken": MOST_ROWS, "known": MOST_ROWS, "one_due": MOST_ROWS,
    "ten_due": MOST_ROWS, "rows": MOST_ROWS, "offences": MOST_ROWS, "written": MOST_MOVEMENTS,
}  # fmt: skip
"""The parts of the block in their order; ``counts`` and ``written`` are ours, the others those of ``Memory``."""


def places() -> tuple[dict[str, int], int]:
    """Where each part begins, in ints, and how long the block is."""
    found, end = {}, 0
    for name, length in LENGTHS.items():
        found[name] = end
        end += length * (RECORDS[name].dtype.size // 8 if name in RECORDS else 1)
    return found, end


PLACES, BLOCK_SIZE = places()


def new_block() -> Any:
    """Room for one licence at a time; each thread has its own."""
    return np.zeros(BLOCK_SIZE, dtype=np.int64)


class MemoryType(types.Type):
    """What numba knows ``m`` as."""

    def __init__(self) -> None:
        super().__init__(name="WorkingMemory")


class MovementsType(types.Type):
    """What numba knows ``m.movements`` as: a list that is only appended to."""

    def __init__(self) -> None:
        super().__init__(name="WorkingMovements")


MEMORY, MOVEMENTS = MemoryType(), MovementsType()


@register_model(MemoryType)
@register_model(MovementsType)
class AddressModel(models.PrimitiveModel):
    """Both are the address of the block."""

    def __init__(self, manager: Any, fe_type: Any) -> None:
        super().__init__(manager, fe_type, cgutils.intp_t.as_pointer())


@infer_getattr
class MemoryAttributes(AttributeTemplate):
    """The types of the parts of the block."""

    key = MemoryType

    def generic_resolve(self, _memory: Any, name: str) -> Any:
        if name == "movements":
            return MOVEMENTS
        return (RECORDS.get(name, INTS)) if name in LENGTHS else None


@infer_getattr
class MovementsAttributes(AttributeTemplate):
    """The movements lead back to the memory that they are written in."""

    key = MovementsType

    def generic_resolve(self, _movements: Any, name: str) -> Any:
        return MEMORY if name == "memory" else None


@lower_getattr_generic(MovementsType)
def memory_of_movements(_context: Any, _builder: Any, _kind: Any, address: Any, _name: str) -> Any:
    """The same address."""
    return address


@lower_getattr_generic(MemoryType)
def part_of_memory(context: Any, builder: Any, _kind: Any, address: Any, name: str) -> Any:
    """An array over a part of the block; numba owns none of it, so that nothing is counted."""
    if name == "movements":
        return address

    def place(number: int) -> Any:
        return builder.gep(address, [context.get_constant(types.intp, number)])

    kind = RECORDS.get(name, INTS)
    array = context.make_array(kind)(context, builder)
    size = context.get_constant(types.intp, kind.dtype.size if name in RECORDS else 8)
    length = builder.load(place(COUNTED[name])) if name in COUNTED else context.get_constant(types.intp, LENGTHS[name])
    populate_array(
        array, data=builder.bitcast(place(PLACES[name]), array.data.type), shape=[length], strides=[size],
        itemsize=size, meminfo=None,
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


@overload_method(MovementsType, "append")
def append_movement(_movements: Any, _row: Any) -> Any:
    """How a compiled rule writes a movement."""

    def append(_movements: Any, _row: Any) -> None:
        counts = _movements.memory.counts
        if counts[WRITTEN] < MOST_MOVEMENTS:
            copy_movement(_movements.memory.written[counts[WRITTEN]], _row)
            counts[WRITTEN] += 1
        else:
            counts[WAS_FULL] = 1

    return append
