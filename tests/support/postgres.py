"""Fixtures for tests that need the production database."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from tests.support.absent import absent
from tests.support.postgres_server import PostgresServer, programs

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A real server for the whole session. A test that kills it starts it again before it ends."""
    found = programs()
    if found is None:
        absent("PostgreSQL is not in /usr/lib/postgresql: `make test` installs it, or `apt-get install postgresql`.")
    server = PostgresServer(found)
    try:
        server.create()
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="session")
def postgres_url(postgres_server: PostgresServer) -> str:
    """The ``DATABASE_URL`` of the server's ``postgres`` database, with the right to create others."""
    return postgres_server.url()


@pytest.fixture
def postgres_database(postgres_server: PostgresServer) -> Iterator[str]:
    """The ``DATABASE_URL`` of an empty database of this test alone; hand it to a subprocess in its environment."""
    name = f"test_{next(_numbers)}"
    postgres_server.sql(f"CREATE DATABASE {name}")
    yield postgres_server.url(name)
    postgres_server.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
