"""The desk's commands: ``serve``, ``demo`` and ``record``."""

from __future__ import annotations

import logging
import os
import threading
from importlib.util import find_spec
from pathlib import Path

import click

from mulberry.cli.speaking import Speech, spoken
from mulberry.law.text import t

SECONDS_BETWEEN_SEALS = 1
SEALS_BETWEEN_SWEEPS = 60
log = logging.getLogger(__name__)


def set_up() -> None:
    """Start Django with the desk's settings and bring the database to the present shape."""
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mulberry_web.settings")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    from mulberry_web.record import upkeep

    upkeep.refresh()


def keep_up(stop: threading.Event) -> None:
    """Sign the log's end each second if it moved; each minute record what silence has decided, and tidy up."""
    from django.db import close_old_connections
    from django.utils.timezone import localtime, now

    from mulberry_web.people.sign_in_door import forget_failures
    from mulberry_web.record import upkeep

    turns = 0
    while not stop.wait(SECONDS_BETWEEN_SEALS):
        turns += 1
        close_old_connections()  # one that broke is opened anew
        try:
            upkeep.seal()
            if turns % SEALS_BETWEEN_SWEEPS == 0:
                moment = localtime().replace(tzinfo=None)
                upkeep.sweep(moment)
                upkeep.forget_answers(moment)
                forget_failures(now())
        except Exception:  # the desk must go on; what failed is tried again
            log.exception("upkeep failed")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址 / address to listen on")
@click.option("--port", default=8282, show_default=True, type=click.IntRange(1, 65535), help="端口 / port")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="线程数 / threads")
def serve(host: str, port: int, threads: int) -> None:
    """启动工作台 / Serve the desk."""
    import waitress

    set_up()
    from mulberry_web.wsgi import application

    stop = threading.Event()
    upkeep = threading.Thread(target=keep_up, args=(stop,), name="upkeep", daemon=True)
    upkeep.start()
    click.echo(f"桑田 / Mulberry: http://{host}:{port}/", err=True)
    try:
        waitress.serve(application, host=host, port=port, threads=threads, ident=None)
    finally:
        stop.set()
        upkeep.join(timeout=10)


@click.command()
@spoken
def demo(speech: Speech) -> None:
    """准备演示园区 / Prepare a demonstration park, unless there is one."""
    set_up()
    if find_spec("mulberry_web.demo") is None:
        speech.say(t("数据库已就绪；尚无演示园区。", "The database is ready; there is no demonstration park yet."))
        return
    from importlib import import_module

    import_module("mulberry_web.demo").prepare(speech)


@click.group()
def record() -> None:
    """台账 / The record."""


@record.command()
@spoken
def check(speech: Speech) -> None:
    """重建全部视图并逐项核对 / Rebuild every view, recompute every hash and signature, and compare."""
    set_up()
    from mulberry_web.record.check import check as look

    report = look()
    speech.give(report.to_json(), lambda: report.page(speech.lang))
    if not report.ok:
        raise SystemExit(1)


@record.command()
@spoken
def rebuild(speech: Speech) -> None:
    """由事件重建视图 / Make every view anew from the events."""
    set_up()
    from mulberry_web.record import upkeep

    changed = upkeep.rebuild()
    page = t("已重建，{n}处有变化。", "Rebuilt; {n} changed.").format(n=changed)
    speech.give({"changed": changed}, lambda: page.in_(speech.lang))


@record.command("renew-key")
@spoken
def renew_key(speech: Speech) -> None:
    """更换台账签名密钥 / Give the log a new key, signed over by the old one."""
    set_up()
    from mulberry_web.record import upkeep

    public = upkeep.renew_key()
    page = t("新公钥（请公布 record.pub）：{key}", "The new public key (publish record.pub): {key}").format(key=public)
    speech.give({"key": public}, lambda: page.in_(speech.lang))


@record.command()
@click.argument("index", type=click.IntRange(min=0))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="回执文件 / file to write")
@spoken
def receipt(speech: Speech, index: int, output: Path) -> None:
    """出具某一事件的回执，不含个人信息 / Write the receipt of one event, personal values withheld."""
    set_up()
    from mulberry_web.record import receipts

    output.write_bytes(receipts.public_receipt(index).encode())
    page = t("回执已写入 {file}。", "The receipt is in {file}.").format(file=output)
    speech.give({"index": index, "file": str(output)}, lambda: page.in_(speech.lang))
