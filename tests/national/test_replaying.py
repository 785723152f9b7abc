"""A country replayed gives the same answers whatever the batches, the cores or the engine, and refuses a wrong file."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mespoints.law.days import NEVER, day_of
from mespoints.national.batch import Engine
from mespoints.national.plain import question
from mespoints.national.reading import ActsRefused, whole_batches
from mespoints.national.replaying import Replayed, in_order, replay
from tests.national.conftest import Lives

ASKED = question(day_of(2024, 6, 1), NEVER, strict=False)


@pytest.fixture(scope="module")
def acts(lives: Lives, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The random lives as a file whose row groups cut licences in two."""
    path = tmp_path_factory.mktemp("acts") / "acts.parquet"
    with pq.ParquetWriter(path, lives.acts.schema) as file:
        for start in range(0, len(lives.acts), 7):
            file.write_batch(lives.acts.slice(start, 7))
    return path


@pytest.mark.parametrize(("rows", "cores"), [(1, 2), (300, 3), (10**6, 1)])
def test_the_answers_depend_on_nothing_but_the_acts(
    acts: Path, lives: Lives, fast: Engine, tmp_path: Path, rows: int, cores: int
) -> None:
    """Any size of batch, any number of cores; licences are never cut in two."""
    whole = fast.answer(lives.acts, ASKED, movements=True)
    balances, movements = tmp_path / "balances.parquet", tmp_path / "movements.parquet"
    told: list[Replayed] = []
    done = replay(whole_batches(acts, rows), balances, ASKED, fast, movements=movements, cores=cores, tell=told.append)

    assert whole.balances.to_pylist() == pq.read_table(balances).to_pylist()
    assert whole.movements.to_pylist() == pq.read_table(movements).to_pylist()
    assert Replayed(len(lives.dossiers), len(lives.acts), len(whole.movements)) == done == told[-1]


def test_the_plain_engine_writes_the_same_file(acts: Path, fast: Engine, plain: Engine, tmp_path: Path) -> None:
    """Uncompiled, for who asks for it."""
    for name, engine in (("fast", fast), ("plain", plain)):
        replay(whole_batches(acts), tmp_path / name, ASKED, engine)

    assert (tmp_path / "plain").read_bytes() == (tmp_path / "fast").read_bytes()


def changed(acts: pa.Table, name: str, change: Callable[[list[int]], list[int | None]]) -> pa.Table:
    """The same acts with a column changed."""
    place, kind = acts.schema.get_field_index(name), acts.schema.field(name).type
    return acts.set_column(place, name, pa.array(change(acts[name].to_pylist()), kind))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda acts: acts.drop_columns(["grade"]), "la colonne « grade » manque"),
        (lambda acts: changed(acts, "day", lambda days: [None, *days[1:]]), "« day » : une valeur manque"),
        (lambda acts: changed(acts, "licence", lambda numbers: numbers[::-1]), "dans l'ordre de leurs numéros"),
        (
            lambda acts: changed(acts, "kind", lambda kinds: [15, *kinds[1:]]),
            "permis 0 : genre 15 trouvé, son",
        ),
        (lambda acts: changed(acts, "kind", lambda kinds: [kinds[0], 99, *kinds[2:]]), "genre 99 trouvé, un fait"),
        (lambda acts: acts.set_column(1, "day", acts["day"].cast(pa.int64())), "int64 trouvé, int32 attendu"),
    ],
    ids=["no column", "no value", "order", "no opening", "no such kind", "type"],
)
def test_a_wrong_file_is_refused_with_its_place(
    acts: Path, tmp_path: Path, wrong: Callable[[pa.Table], pa.Table], said: str
) -> None:
    """What the compiled rules could not fold rightly never reaches them."""
    path = tmp_path / "wrong.parquet"
    pq.write_table(wrong(pq.read_table(acts)), path)
    with pytest.raises(ActsRefused, match=said):
        list(whole_batches(path))


def test_what_is_no_parquet_file_is_refused(tmp_path: Path) -> None:
    """A text, say."""
    (tmp_path / "text").write_text("licence,day\n", encoding="utf-8")
    with pytest.raises(ActsRefused, match="un fichier Parquet est attendu"):
        list(whole_batches(tmp_path / "text"))


def test_work_done_at_once_comes_out_in_order_and_is_not_hoarded() -> None:
    """However many things there are, few are begun before the first is taken."""
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        return number * number

    made = in_order(work, iter(range(100)), 2)

    assert next(made) == 0
    assert len(begun) <= 4
    assert [number * number for number in range(1, 100)] == list(made)


def test_a_country_that_turns_wrong_leaves_no_file(acts: Path, plain: Engine, tmp_path: Path) -> None:
    """Refused at its last licence, others being answered: no balances, no movements that look like a whole answer."""
    path, told = tmp_path / "wrong.parquet", list[Replayed]()
    pq.write_table(changed(pq.read_table(acts).slice(0, 60), "kind", lambda kinds: [*kinds[:-1], 99]), path)
    with pytest.raises(ActsRefused, match="genre 99 trouvé"):
        replay(
            whole_batches(path, 5), tmp_path / "balances", ASKED, plain, movements=tmp_path / "movements", cores=1,
            tell=told.append,
        )  # fmt: skip

    assert told
    assert [path] == list(tmp_path.iterdir())
