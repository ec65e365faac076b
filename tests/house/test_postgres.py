import os
import signal

import psycopg
import pytest

from tests.support.postgres_server import PostgresServer

pytestmark = pytest.mark.postgres


def test_the_server_is_real_and_answers_through_its_socket(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        assert connection.info.server_version >= 130000
        row = connection.execute("SELECT '桑田', current_setting('listen_addresses')").fetchone()
    assert row == ("桑田", "")


def test_each_test_has_a_database_of_its_own(postgres_database: str, postgres_url: str) -> None:
    with psycopg.connect(postgres_database) as connection:
        connection.execute("CREATE TABLE mine (id int)")
    with psycopg.connect(postgres_url) as connection:
        found = connection.execute("SELECT to_regclass('mine')").fetchone()
    assert found == (None,)


def test_what_was_committed_outlives_a_crash_of_the_server(
    postgres_server: PostgresServer, postgres_database: str
) -> None:
    with psycopg.connect(postgres_database) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS id")
    postgres_server.stop(signal.SIGQUIT)
    postgres_server.start()
    with psycopg.connect(postgres_database) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1,)


def test_the_server_never_runs_as_root(postgres_server: PostgresServer) -> None:
    assert os.stat(f"/proc/{postgres_server.pid}").st_uid != 0  # noqa: PTH116
