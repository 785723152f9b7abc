"""Two PostgreSQL kept in step by Patroni, with etcd to say which one leads: all on this machine."""

import http.client
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from benchmarks.processes import children_of
from benchmarks.service import free_port
from drills.place import Failed
from drills.postgresql import AS_POSTGRES, programs

NEEDED = ("patroni", "etcd")
TTL_SECONDS = 20
"""The least that Patroni takes: how long a leader that says nothing any more is waited for."""
START_SECONDS = 90.0
CONFIGURATION = """
scope: drill
name: {name}
restapi: {{listen: "127.0.0.1:{rest}", connect_address: "127.0.0.1:{rest}"}}
etcd3: {{host: "127.0.0.1:{etcd}"}}
bootstrap:
  dcs:
    ttl: {ttl}
    loop_wait: 5
    retry_timeout: 5
    synchronous_mode: true
    postgresql: {{use_pg_rewind: true, parameters: {{max_connections: 60, wal_keep_size: 256MB}}}}
  initdb: [encoding: UTF8, locale: C.UTF-8]
postgresql:
  listen: "127.0.0.1:{port}"
  connect_address: "127.0.0.1:{port}"
  data_dir: {folder}/data
  bin_dir: {programs}
  pgpass: {folder}/pgpass
  authentication:
    superuser: {{username: postgres, password: drill}}
    replication: {{username: replicator, password: drill}}
  parameters: {{unix_socket_directories: {folder}}}
  pg_hba: ["host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust", "local all all trust"]
"""


def require_programs() -> None:
    """Raise SystemExit, with what to install, when something is missing."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        raise SystemExit(
            f"missing: {', '.join(missing)} (on Debian: apt-get install --no-install-recommends patroni etcd-server)"
        )


class Node:
    """A PostgreSQL and the Patroni that looks after it."""

    def __init__(self, name: str, folder: Path, etcd: int) -> None:
        self.name, self.folder, self.port, self.rest = name, folder, free_port(), free_port()
        folder.mkdir()
        if AS_POSTGRES:
            shutil.chown(folder, "postgres")
        self._file = folder / "patroni.yml"
        self._file.write_text(
            CONFIGURATION.format(
                name=name,
                rest=self.rest,
                etcd=etcd,
                ttl=TTL_SECONDS,
                port=self.port,
                folder=folder,
                programs=programs(),
            ),
            encoding="utf-8",
        )
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start Patroni, which starts the rest."""
        with (self.folder / "log").open("ab") as log:
            command = [*AS_POSTGRES, shutil.which("patroni") or "", str(self._file)]
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", start_new_session=True)

    def kill(self) -> None:
        """``kill -9`` of all that the node runs, as a machine that loses its current."""
        pids = []
        with suppress(FileNotFoundError):
            server = int((self.folder / "data/postmaster.pid").read_text(encoding="ascii").split()[0])
            pids = [server, *children_of(server)]
        if self._process is not None:
            manager = [self._process.pid, *children_of(self._process.pid)]
            for pid in [*manager, *pids]:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self._process.wait()


class Cluster:
    """The two nodes, and what they say of themselves."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes

    def members(self) -> list[dict[str, Any]]:
        """Each member with its role and state, as whichever node answers tells them."""
        for node in self.nodes:
            with suppress(OSError, http.client.HTTPException, ValueError):
                connection = http.client.HTTPConnection("127.0.0.1", node.rest, timeout=2)
                connection.request("GET", "/cluster")
                members: list[dict[str, Any]] = json.loads(connection.getresponse().read())["members"]
                return members
        return []

    def until(self, roles: set[str], seconds: float = START_SECONDS) -> None:
        """Wait until the members that run have these roles. Raises Failed."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            running = {m["role"] for m in self.members() if m["state"] in ("running", "streaming")}
            if running == roles:
                return
            time.sleep(0.3)
        raise Failed(f"the cluster is not ready: {self.members()}")

    def leader(self) -> Node:
        """The node that leads."""
        leading = {member["name"] for member in self.members() if member["role"] == "leader"}
        return next(node for node in self.nodes if node.name in leading)

    def url(self) -> str:
        """Both servers, of which the one that takes writes is used."""
        where = ",".join(f"127.0.0.1:{node.port}" for node in self.nodes)
        return f"postgresql://postgres@{where}/mespoints?target_session_attrs=read-write"


@contextmanager
def etcd(folder: Path) -> Iterator[int]:
    """The one that remembers who leads; its port."""
    port, peer = free_port(), free_port()
    peers = f"http://127.0.0.1:{peer}"
    command = [shutil.which("etcd") or "", "--name", "one", "--data-dir", str(folder / "etcd")]
    command += [
        "--listen-client-urls",
        f"http://127.0.0.1:{port}",
        "--advertise-client-urls",
        f"http://127.0.0.1:{port}",
    ]
    command += [
        "--listen-peer-urls",
        peers,
        "--initial-advertise-peer-urls",
        peers,
        "--initial-cluster",
        f"one={peers}",
    ]
    with (folder / "etcd.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            time.sleep(2)
            yield port
        finally:
            process.kill()


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """The two nodes in step, for the length of a block."""
    with etcd(folder) as port:
        made = Cluster([Node(name, folder / name, port) for name in ("one", "two")])
        try:
            made.nodes[0].start()
            made.until({"leader"})
            made.nodes[1].start()
            made.until({"leader", "sync_standby"})
            yield made
        finally:
            for node in made.nodes:
                node.kill()
