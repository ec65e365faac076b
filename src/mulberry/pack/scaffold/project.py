"""What makes a folder a Python project: its settings, its README, its tests."""

from __future__ import annotations

from string import Template

from mulberry.pack.scaffold.literal import plain, quoted
from mulberry.pack.scaffold.names import TO_WRITE, Named

_PYPROJECT = Template("""[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "$distribution"
version = "0.1.0"
description = $title
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["mulberry"]

[project.entry-points."mulberry.packs"]
$id = "$module:pack"

[tool.hatch.build.targets.wheel]
packages = ["src/$module"]

[tool.ruff]
line-length = 120

[tool.ruff.lint]
extend-select = ["I", "UP", "B"]

[tool.ruff.lint.isort]
known-first-party = ["mulberry", "$module"]

[tool.mypy]
strict = true

[tool.pytest.ini_options]
testpaths = ["tests"]
addopts = ["--import-mode=importlib"]
xfail_strict = true
""")
_TESTS = Template('''"""What must hold for this pack. Add the tests of your own instruments beside this file."""

from __future__ import annotations

from datetime import date

import pytest

from mulberry.pack.checks import findings
from mulberry.pack.coverage import strays
from mulberry.pack.pack import library
from mulberry.pack.prints import known
from mulberry.pack.worked_cases import run_file
from $module import pack

TO_WRITE = ("$zh", "$en")


def test_every_sentence_can_be_recognised() -> None:
    assert {one.id for one in known(pack).sentences} == set(pack.clauses)


def test_every_instrument_names_a_clause_and_checks_clean() -> None:
    assert strays(pack) == ()
    assert [finding for finding in findings(pack) if finding.fault] == []


def test_every_worked_case_holds() -> None:
    files = sorted(pack.folder.rglob("cases.yaml"))
    results = [result for file in files for result in run_file(file, pack.by_id, date.today())]
    assert results
    assert [(result.title, result.differs) for result in results if not result.ok] == []


def test_the_pack_is_found_by_its_entry_point() -> None:
    assert pack.id in {one.id for one in library().packs}


@pytest.mark.xfail(reason="the wordings are still to be written; take this mark away when they are", strict=True)
def test_nothing_is_left_to_be_worded() -> None:
    texts = [clause.wording for clause in pack.clauses.values()]
    texts += [text for measure in pack.measures for text in (measure.title, measure.part)]
    texts += [pack.title, pack.issuer]
    assert [text.zh for text in texts if text.zh.startswith(TO_WRITE) or text.en.startswith(TO_WRITE)] == []
''')
_README = Template("""# $title

由 `mulberry pack new` 生成的政策包：共 $sentences 句、$clauses 款。
A policy as a Mulberry pack, made by `mulberry pack new`: $sentences sentences, $clauses clauses.

```
pip install --no-build-isolation -e .     # needs hatchling and editables in the same environment
mulberry coverage                         # clause by instrument
mulberry check                            # static findings
mulberry test                             # worked cases
mulberry serve                            # the desk shows this policy beside the others
```

## 接下来

1. **附上原文**：`mulberry policy attach TEXT.txt --store`。原文不放进政策包，只留指纹；文本有改动时，同一命令会逐句逐款
   指出，并列出受影响的政策工具、参数和在办件。
2. **写表述**：`grep -rnE "待写|to be written" src` 列出全部待写之处。用自己的话写，中英文都要，保留力度词，不抄原句。
3. **看建议**：每条措施一个文件夹（`src/$module/m01` 等），其 `__init__.py` 按力度和对象列出可用的政策工具，供取舍。
4. **写第一个工具**：参照 `programme/in_force.py`（示例，由您替换）和 `programme/cases.yaml`。一个事项一个模块，列入本
   文件夹的 `INSTRUMENTS`，并在 `systems.py` 给事项命名。
5. **核对参数**：`mulberry params --unconfirmed`。与官方文本核对之后才改为 `confirmed`。
6. **说明理由**：无须落实的句子，在 `clauses/` 中写明 `uncarried=t(…)`。
7. **分工**：`mulberry policy read TEXT.txt --table TASKS.xlsx` 导出任务分解表，填好后
   `mulberry policy table TASKS.xlsx` 读回。

政策修订后：改好表述，再运行 `mulberry policy fingerprints NEW.txt --pack $id -o
src/$module/clauses/fingerprints.py`，已有的编号不变。

## Next steps

1. **Attach the text**: `mulberry policy attach TEXT.txt --store`. The text itself is never put into the pack, only its
   fingerprints; when it changes, the same command says which clause differs and what that touches.
2. **Word each sentence**: `grep -rnE "待写|to be written" src` lists what is to be worded. Your own short
   words, both languages, the force word kept, never the official sentence.
3. **Read the proposals**: one folder a measure (`src/$module/m01` …); its `__init__.py` lists which kinds of instrument
   each clause may want.
4. **Write the first instrument**: follow `programme/in_force.py`, an example that is yours to replace, and
   `programme/cases.yaml`. One module a system, named in `INSTRUMENTS` of its folder and in `systems.py`.
5. **Confirm the parameters**: `mulberry params --unconfirmed`. `confirmed` only after comparing with the official text.
6. **Give reasons**: a sentence that nothing carries out says why, by `uncarried=t(…)` in `clauses/`.
7. **Assign**: `mulberry policy read TEXT.txt --table TASKS.xlsx` writes the task table; filled in, `mulberry policy
   table TASKS.xlsx` reads it back.

After an amendment: change the wordings, then make the fingerprints anew with the command above; ids stay as they are.
""")


def pyproject(names: Named) -> str:
    return _PYPROJECT.substitute(
        distribution=names.distribution, title=quoted(names.title.zh), id=names.id, module=names.module
    )


def tests(names: Named) -> str:
    return _TESTS.substitute(module=names.module, zh=TO_WRITE.zh, en=TO_WRITE.en)


def readme(names: Named, sentences: int, clauses: int) -> str:
    return _README.substitute(
        title=plain(names.title.zh),
        sentences=sentences,
        clauses=clauses,
        module=names.module,
        id=names.id,
        zh=TO_WRITE.zh,
    )
