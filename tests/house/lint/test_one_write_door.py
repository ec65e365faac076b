import pytest

from dev.lint.rule import allowances
from dev.lint.rules.one_write_door import OneWriteDoor
from tests.house.lint.rule_case import lines

VIEW = "src/mulberry_web/procedures/views.py"


@pytest.mark.parametrize(
    "snippet",
    [
        "case.save()",
        "case.save(update_fields=['state'])",
        "form.save()",
        "Case.objects.create(number=1)",
        "Case.objects.get_or_create(number=1)",
        "Case.objects.bulk_create(cases)",
        "Case.objects.filter(number=1).update(closed=True)",
        "Case.objects.filter(number=1).delete()",
        "case.delete()",
        "await case.asave()",
        "await Case.objects.acreate(number=1)",
        "cursor.execute('UPDATE cases SET closed = 1')",
        "cursor.execute('  insert into cases values (?)', [1])",
        "cursor.execute(f'DELETE FROM {table}')",
        "cursor.executemany('insert into ' + table, rows)",
    ],
)
def test_a_write_outside_the_door_is_found(snippet: str) -> None:
    assert lines(OneWriteDoor(), VIEW, snippet) == [1]


@pytest.mark.parametrize(
    "snippet",
    [
        "context.update({'cases': cases})",
        "digest.update(b'leaf')",
        "workbook.save(path)",
        "cache.delete('key')",
        "Case.objects.filter(number=1)",
        "cursor.execute('SELECT 1 FROM cases WHERE updated')",
        "cursor.execute('PRAGMA synchronous = FULL')",
    ],
)
def test_reading_and_other_methods_of_these_names_are_fine(snippet: str) -> None:
    assert lines(OneWriteDoor(), VIEW, snippet) == []


@pytest.mark.parametrize(
    "path",
    [
        "src/mulberry_web/door.py",
        "src/mulberry_web/record/door.py",
        "src/mulberry_web/commands.py",
        "src/mulberry_web/migrations/0001_initial.py",
        "src/mulberry_web/record/migrations/0002_more.py",
    ],
)
def test_the_door_commands_and_migrations_may_write(path: str) -> None:
    assert lines(OneWriteDoor(), path, "case.save()", allowances()) == []


def test_no_other_file_of_the_desk_may_write() -> None:
    assert lines(OneWriteDoor(), VIEW, "case.save()", allowances()) == [1]
