"""Reading what people write: YAML and JSON files of facts and worked cases, numbers always exact."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from mulberry import jsontext
from mulberry.errors import Invalid
from mulberry.law.text import t

MAX_BYTES = 5_000_000


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Safe YAML in which a number with a point is a ``Decimal`` and no anchor can blow a small file up."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def _decimal(_loader: Any, node: yaml.ScalarNode) -> Decimal:
    text = node.value.replace("_", "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise yaml.YAMLError(f"{node.value} is no number") from None
    if not number.is_finite():
        raise yaml.YAMLError(f"{node.value} is no number")
    return number


_Loader.add_constructor("tag:yaml.org,2002:float", _decimal)


def load(path: Path | str, text: str | None = None) -> Any:
    """The content of a YAML or JSON file (or of a text read elsewhere). ``Invalid`` names it and what is wrong."""
    name = str(path)
    source = _text(Path(path)) if text is None else text
    if len(source) > MAX_BYTES:
        raise Invalid(name, _TOO_LARGE.format(name=name, most=MAX_BYTES // 1_000_000))
    try:
        return jsontext.loads(source) if source.lstrip()[:1] in {"{", "["} and name.endswith(".json") else _yaml(source)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise Invalid(
            name, t(f"{name}：不是有效的 YAML 或 JSON：{reason}", f"{name}: no valid YAML or JSON: {reason}")
        ) from None


_TOO_LARGE = t("{name}：文件过大，最多 {most} MB", "{name}: the file is too large; at most {most} MB")


def _yaml(source: str) -> Any:
    return yaml.load(source, Loader=_Loader)  # noqa: S506  # derived from the safe loader


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Invalid(str(path), _TOO_LARGE.format(name=path, most=MAX_BYTES // 1_000_000))
        return path.read_text("utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        text = t(f"读不到文件 {path}（{reason}），请检查路径", f"cannot read {path} ({reason}); check the path")
        raise Invalid(str(path), text) from None
    except UnicodeDecodeError:
        raise Invalid(str(path), t(f"{path} 不是 UTF-8 文本", f"{path} is not UTF-8 text")) from None
