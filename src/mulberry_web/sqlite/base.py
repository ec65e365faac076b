"""The database wrapper: every transaction waits its turn in the fair queue before it begins."""

from __future__ import annotations

from typing import Any

from django.db.backends.sqlite3 import base as plain

from mulberry_web.sqlite.fair_queue import FairQueue


# The stubs leave Django's private methods out: hence the ignored lines.
class DatabaseWrapper(plain.DatabaseWrapper):
    """SQLite whose writers are let in one after the other, in the order in which they came."""

    _queue: FairQueue | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        self._leave()
        self._queue = None if self.is_in_memory_db() else FairQueue(f"{self.settings_dict['NAME']}-queue")
        return connection

    def others_write(self) -> bool:
        """Whether a transaction begun now would have to wait for its turn."""
        return self._queue is not None and not self._queue.held and self._queue.busy()

    def _start_transaction_under_autocommit(self) -> None:
        if self._queue is not None:
            self._queue.acquire()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._step_aside()
            raise

    def _commit(self) -> None:
        # A commit that fails leaves the transaction open: Django rolls it back, and only then is our turn over.
        super()._commit()  # type: ignore[misc]
        self._step_aside()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._step_aside()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave()

    def _step_aside(self) -> None:
        if self._queue is not None and self._queue.held:
            self._queue.release()

    def _leave(self) -> None:
        if self._queue is not None:
            self._queue.close()
            self._queue = None
