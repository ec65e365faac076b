"""The desk's commands: ``serve``, ``demo`` and ``record``."""

from __future__ import annotations

import os

import click


def set_up() -> None:
    """Start Django with the desk's settings."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mulberry_web.settings")
    django.setup()


def migrate() -> None:
    """Bring the database to the present shape."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址 / address to listen on")
@click.option("--port", default=8282, show_default=True, type=click.IntRange(1, 65535), help="端口 / port")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="线程数 / threads")
def serve(host: str, port: int, threads: int) -> None:
    """启动工作台 / Serve the desk."""
    import waitress

    set_up()
    migrate()
    from mulberry_web.wsgi import application

    click.echo(f"桑田 / Mulberry: http://{host}:{port}/", err=True)
    waitress.serve(application, host=host, port=port, threads=threads, ident=None)


@click.command()
def demo() -> None:
    """准备演示园区 / Prepare a demonstration park, unless there is one."""
    set_up()
    migrate()


@click.group()
def record() -> None:
    """台账 / The record."""
