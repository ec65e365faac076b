"""The whole way, as people go it: facts, what they offer, applying, being asked, supplying, the decision, the receipt.

It is walked in both languages, on a wide screen and a telephone's, and without JavaScript.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from tests.browser.desk import Served, served
from tests.browser.walker import Walker, enter

__all__ = ["served"]
pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]

# English, script, width of the screen.
WAYS = pytest.mark.parametrize(
    ("english", "script", "width"),
    [(False, True, 1280), (True, True, 390), (False, False, 390), (True, False, 1280)],
    ids=["chinese", "english-on-a-telephone", "chinese-without-script", "english-without-script"],
)
CONTINUE = ("保存并继续", "Save and continue")


class Street:
    """Everybody who takes part in one walk, each in a browser of his or her own."""

    def __init__(self, desk: Served, browser: Browser, english: bool, script: bool, width: int) -> None:
        self.desk, self.browser = desk, browser
        self.how: dict[str, Any] = {"english": english, "script": script, "width": width}
        self.walkers: dict[str, Walker] = {}

    def __getitem__(self, username: str) -> Walker:
        if username not in self.walkers:
            self.walkers[username] = enter(self.desk, self.browser, username, **self.how)
        return self.walkers[username]

    def findings(self) -> list[str]:
        return [finding for walker in self.walkers.values() for finding in walker.findings]

    def leave(self) -> None:
        for walker in self.walkers.values():
            walker.page.context.close()


@pytest.fixture
def street(served: Served, chromium: Browser, english: bool, script: bool, width: int) -> Iterator[Street]:
    made = Street(served, chromium, english, script, width)
    yield made
    made.leave()


@WAYS
def test_a_company_files_a_standard_contract_from_the_facts_to_the_receipt(street: Street, tmp_path: Path) -> None:
    company = street["yunzhan"]
    _fills_in_a_fact_and_sees_what_follows(company)
    case = _applies_for_a_standard_contract(company)
    _is_asked_once_for_everything_missing(street["wangxin"], case)
    _supplies_it(company, case)
    _is_decided(street["wangxin"], case)
    company.open(case)
    company.sees("已备案", "Filed")
    company.sees("补正材料", "Supply what was missing")
    _takes_the_receipt_away_and_checks_it(company, tmp_path)
    assert street.findings() == []


def _fills_in_a_fact_and_sees_what_follows(company: Walker) -> None:
    company.open("/facts/org-DEMO-01/change/persons_nonsensitive_new")
    company.page.locator("#id-persons_nonsensitive_new").fill("45,000")
    company.press("保存", "Save")
    company.open("/use/org-DEMO-01/data-export-route")
    company.sees("165,000", "165,000")
    company.follow("个人信息出境标准合同备案", "Filing of a standard contract")


def _applies_for_a_standard_contract(company: Walker) -> str:
    """Gives the address of the case."""
    company.sees("10个工作日", "10 working days")
    company.press("现在开始", "Start now")
    company.page.locator(".tasks a").first.click()
    company.examine()
    company.press(*CONTINUE)
    company.page.locator("#id-recipient").fill("Cloudstack Nordics AB")
    company.press(*CONTINUE)
    company.press(*CONTINUE)
    company.sees("必须填写", "must be given")
    company.page.locator("#id-contract_effective_on").fill(today())
    company.press(*CONTINUE)
    company.page.locator("#id-pipia").fill("PIA-15")
    company.press(*CONTINUE)
    for paper in ("标准合同.pdf", "评估报告.pdf"):
        company.attach(paper)
        company.press(*CONTINUE)
    company.sees("Cloudstack Nordics AB", "Cloudstack Nordics AB")
    company.press("确认并提交", "Confirm and send")
    company.sees("申请已提交", "Your application has been sent")
    company.sees("省级网信", "Provincial cyberspace")
    company.follow("查看办件", "Follow the case")
    return company.page.url.removeprefix(company.desk.address)


def today() -> str:
    """The day as it is at the desk."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date().isoformat()


def _is_asked_once_for_everything_missing(officer: Walker, case: str) -> None:
    officer.open("/worklist")
    officer.page.locator(f"a[href='{case}']").click()
    officer.examine()
    officer.sees("须备案标准合同或通过个人信息保护认证", "standard contract")
    officer.follow("一次告知补正", "Ask once for everything missing")
    officer.page.locator("#id-missing").fill("附录二未填写\n缺少签字页")
    officer.press("确认：一次告知补正", "Confirm: Ask once for everything missing")
    officer.sees("待补充完善", "To be completed")


def _supplies_it(company: Walker, case: str) -> None:
    company.open(case)
    company.sees("缺少签字页", "缺少签字页")
    company.follow("补正材料", "Supply what was missing")
    company.attach("签字页.pdf")
    company.press("确认：补正材料", "Confirm: Supply what was missing")
    company.sees("签字页.pdf", "签字页.pdf")


def _is_decided(officer: Walker, case: str) -> None:
    officer.open(case)
    officer.follow("作出决定", "Decide")
    officer.choose("予以备案", "filed")
    officer.press("确认：作出决定", "Confirm: Decide")
    officer.sees("必须填写", "must be given")
    officer.page.locator("#id-reason").fill("材料齐全")
    officer.press("确认：作出决定", "Confirm: Decide")
    officer.sees("已备案", "Filed")


def _takes_the_receipt_away_and_checks_it(company: Walker, folder: Path) -> None:
    company.follow("回执", "Receipt", within=".course")
    with company.page.expect_download() as taken:
        company.page.get_by_role("link", name=company.say("下载回执（JSON）", "Download (JSON)")).click()
    receipt, keys = folder / "receipt.json", company.desk.folder / "record.pub"
    taken.value.save_as(receipt)
    done = company.desk.mulberry("receipt", "verify", str(receipt), "--keys", str(keys))
    assert done.returncode == 0, done.stderr
    alone = [sys.executable, str(ROOT / "docs" / "verify_receipt.py"), str(receipt), str(keys)]
    assert subprocess.run(alone, capture_output=True, check=False).returncode == 0
    company.open("/receipts/check")
    company.page.locator("input[type=file]").set_input_files(receipt)
    company.press("核验", "Check")
    company.sees("回执有效", "The receipt holds")


@WAYS
def test_an_employer_applies_to_go_on_contributing_for_a_foreign_talent(street: Street) -> None:
    company, officer = street["yunzhan"], street["shebao"]
    company.open("/use/person-yunzhan-chen/pension-extension")
    company.follow("延长缴费申请", "Application to go on contributing")
    company.press("现在开始", "Start now")
    company.page.locator(".tasks a").first.click()
    company.choose("Marcus Chen-Whitfield", "Marcus Chen-Whitfield")
    company.press(*CONTINUE)
    company.page.locator("#id-listing_proof").fill("市级-0042")
    company.press(*CONTINUE)
    company.page.locator("#id-work_permit").fill("WP-0042")
    company.press(*CONTINUE)
    company.press(*CONTINUE)  # the consent is offered from the facts on file
    for paper in ("入选证明.pdf", "工作许可.pdf", "同意书.pdf"):
        company.attach(paper)
        company.press(*CONTINUE)
    company.sees("Marcus Chen-Whitfield", "Marcus Chen-Whitfield")
    company.press("确认并提交", "Confirm and send")
    company.follow("查看办件", "Follow the case")
    case = company.page.url.removeprefix(company.desk.address)

    officer.open(case)
    officer.sees("Marcus Chen-Whitfield", "Marcus Chen-Whitfield")
    for zh, en in (("受理", "Accept"), ("审查", "Review")):
        officer.follow(zh, en, within=".acts")
        officer.press(f"确认：{zh}", f"Confirm: {en}")
    officer.follow("作出决定", "Decide", within=".acts")
    officer.choose("同意延长缴费", "granted")
    officer.press("确认：作出决定", "Confirm: Decide")
    officer.sees("同意延长缴费", "Granted")

    company.open(case)
    company.sees("办件已办结", "This case is closed")
    assert street.findings() == []


def test_the_record_holds_after_everything_that_was_done(served: Served) -> None:
    done = served.mulberry("record", "check")
    assert done.returncode == 0, done.stdout + done.stderr
