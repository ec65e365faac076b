"""Serves the small pack from a data folder of its own, in a process of its own: ``python -m tests.web.small.server``.

The record cannot be emptied again, so a test that needs a served desk starts a new one. Prints its address when ready.
"""

from __future__ import annotations

import os
import socket

PASSWORD = "eleven-silkworms"


def main() -> None:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "mulberry_web.settings", "MULBERRY_PACKS": "tests.web.small.pack:pack"}
    from mulberry_web.commands import set_up

    set_up()
    prepare()
    serve()


def prepare() -> None:
    """Everybody of the tests, the owner with a password, one worker, a few facts."""
    from tests.web.small.people import make_desk

    desk = make_desk()
    desk.owner.set_password(PASSWORD)
    desk.owner.save()
    desk.add_person()
    desk.state(staff=9, green=True, sites=[{"place": "苏州", "area": 5}])


def serve() -> None:
    import waitress

    from mulberry_web.wsgi import application

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    waitress.serve(application, sockets=[listening], threads=4)


if __name__ == "__main__":
    main()
