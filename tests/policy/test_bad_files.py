"""What is no policy text ends in one clear sentence in both languages, and exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mulberry.cli import main
from mulberry.cli.policy import group
from mulberry.errors import Invalid
from mulberry.policy import read

TEXT = (
    "关于支持示范区发展的若干措施\n一、优化环境\n（一）支持企业发展。鼓励企业创新。\n（二）提升服务水平。支持建设平台。"
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\n ",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "政策".encode() + b"\x00\x01",
        bytes(range(128, 256)) * 40,
        "支持企业创新发展。".encode() * 400_000,
        b"Only English words stand here, and no Chinese at all.",
        "今天天气很好我们去公园玩".encode(),
        ("支持企业创新发展，" * 120_000).encode(),
    ],
    ids=[
        "empty",
        "blank",
        "image",
        "nul",
        "noise",
        "ten-megabytes",
        "no-chinese",
        "no-structure",
        "a-megabyte-without-a-stop",
    ],
)
def test_a_file_that_is_no_policy_is_refused_in_both_languages(data: bytes) -> None:
    with pytest.raises(Invalid) as refusal:
        read(data)
    assert refusal.value.field == "zh"
    assert refusal.value.text.zh.endswith("。")
    assert refusal.value.text.en.endswith(".")


def test_gb18030_is_read_and_said() -> None:
    reading = read(TEXT.encode("gb18030"))
    assert [m.n for m in reading.measures] == [1, 2]
    assert [f.code for f in reading.findings] == ["encoding"]


def test_bad_input_ends_with_exit_code_2_and_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    for lang, end in (("zh", "。"), ("en", ".")):
        with pytest.raises(SystemExit) as left:
            main(["policy", "read", str(empty), "--lang", lang])
        told = capsys.readouterr()
        assert left.value.code == 2
        assert told.err.strip().endswith(end)
        assert "\n" not in told.err.strip()
        assert not told.out


def test_a_missing_file_ends_with_exit_code_2(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["policy", "read", str(tmp_path / "none.txt")])
    assert left.value.code == 2


def test_the_command_prints_a_page_and_json(tmp_path: Path) -> None:
    file = tmp_path / "policy.txt"
    file.write_text(TEXT, "utf-8")
    page = CliRunner().invoke(group, ["read", str(file)])
    assert page.exit_code == 0
    assert "（二） 提升服务水平" in page.output
    as_json = CliRunner().invoke(group, ["read", str(file), "--json"])
    assert '"id": "2.1"' in as_json.output
