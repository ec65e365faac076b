from dev.lint.rules.file_length import FileLength
from tests.house.lint.rule_case import lines


def test_four_hundred_lines_are_the_most() -> None:
    assert lines(FileLength(), "src/mulberry/law/calendar.py", "x = 1\n" * 400) == []
    assert lines(FileLength(), "src/mulberry/law/calendar.py", "x = 1\n" * 401) == [401]


def test_templates_and_style_sheets_count_too() -> None:
    assert lines(FileLength(), "src/mulberry_web/static/desk.css", "a {}\n" * 401) == [401]
