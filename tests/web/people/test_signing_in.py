"""Signing in and out, the language of the pages, and who may be whom in a demonstration park."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from mulberry.law.text import t
from mulberry_web.page import demonstration
from mulberry_web.page.demonstration import Guest
from mulberry_web.page.now import local_now
from mulberry_web.people import door
from tests.web.small.people import Desk

PASSWORD = "eleven-silkworms"
ADA = Guest("ada", "阿达", "Ada", "虚构", "Invented")


@pytest.fixture
def ada(desk: Desk) -> None:
    door.enrol("ada", t("阿达", "Ada"), password=PASSWORD, language="en")


def browser(language: str = "zh-CN") -> Client:
    return Client(HTTP_ACCEPT_LANGUAGE=language)


def sign_in(client: Client, password: str = PASSWORD, **more: str) -> object:
    return client.post("/sign-in", {"username": "ada", "password": password, **more})


@pytest.mark.usefixtures("ada")
class TestSigningIn:
    def test_the_right_password_lets_one_in(self) -> None:
        client = browser()
        assert sign_in(client, next="/me").headers["Location"] == "/me"  # type: ignore[attr-defined]
        assert "Ada" in client.get("/me").content.decode()

    @pytest.mark.parametrize(
        ("language", "told"), [("zh-CN", "用户名或密码不对"), ("en", "user name or the password is wrong")]
    )
    def test_a_wrong_password_is_told_without_saying_which_was_wrong(self, language: str, told: str) -> None:
        client = browser(language)
        response = client.post("/sign-in", {"username": "ada", "password": "wrong"})
        stranger = client.post("/sign-in", {"username": "nobody", "password": "wrong"})
        assert told in response.content.decode() and told in stranger.content.decode()
        assert 'value="ada"' in response.content.decode()

    def test_nobody_is_sent_to_another_site(self) -> None:
        assert sign_in(browser(), next="https://example.com/").headers["Location"] == "/"  # type: ignore[attr-defined]

    def test_whoever_signs_in_reads_his_own_language_unless_he_chose_another(self) -> None:
        client = browser()
        sign_in(client)
        assert 'lang="en"' in client.get("/me").content.decode()
        chosen = browser()
        chosen.post("/language", {"language": "zh-hans"})
        sign_in(chosen)
        assert 'lang="zh-Hans"' in chosen.get("/me").content.decode()

    def test_signing_out_needs_a_form_and_ends_the_session(self) -> None:
        client = browser()
        sign_in(client)
        assert client.get("/sign-out").status_code == 405
        client.post("/sign-out")
        assert client.get("/me").status_code == 302


@pytest.mark.usefixtures("small", "db")
class TestLanguage:
    def test_the_browsers_language_is_taken_until_one_is_chosen(self) -> None:
        assert '<html lang="en">' in browser("en-GB").get("/sign-in").content.decode()
        assert '<html lang="zh-Hans">' in browser("zh-CN").get("/sign-in").content.decode()

    def test_a_chosen_language_is_remembered_and_one_comes_back_to_where_one_was(self) -> None:
        client = browser()
        response = client.post("/language", {"language": "en", "next": "/policy/?x=1"})
        assert response["Location"] == "/policy/?x=1"
        assert client.cookies[settings.LANGUAGE_COOKIE_NAME]["max-age"] > 0
        assert '<html lang="en">' in client.get("/sign-in").content.decode()

    @pytest.mark.parametrize("address", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
    def test_the_switch_leads_nowhere_else(self, address: str) -> None:
        assert browser().post("/language", {"language": "en", "next": address})["Location"] == "/"

    def test_a_language_that_there_is_not_changes_nothing(self) -> None:
        client = browser()
        client.post("/language", {"language": "tlh"})
        assert settings.LANGUAGE_COOKIE_NAME not in client.cookies

    def test_the_switch_works_by_post_alone(self) -> None:
        assert browser().get("/language").status_code == 405


@pytest.mark.usefixtures("ada")
class TestDemonstration:
    def test_a_desk_that_is_no_demonstration_lists_nobody_and_shows_no_banner(self) -> None:
        page = browser().get("/sign-in").content.decode()
        assert "虚构" not in page and PASSWORD not in page

    def test_a_demonstration_says_so_on_every_page_and_lists_whom_to_be(self) -> None:
        demonstration.begin(local_now(), PASSWORD)
        demonstration.list_guests((ADA,))
        client = browser()
        page = client.get("/sign-in").content.decode()
        assert "演示园区，企业、人员和办件均为虚构" in page and "阿达" in page and PASSWORD in page
        for address in ("/", "/policy/silk/", "/no-such-page"):
            assert "演示园区，企业、人员和办件均为虚构" in client.get(address).content.decode()

    def test_the_password_is_told_on_the_sign_in_page_alone(self) -> None:
        demonstration.begin(local_now(), PASSWORD)
        demonstration.list_guests((ADA,))
        client = browser()
        sign_in(client)
        assert all(PASSWORD not in client.get(address).content.decode() for address in ("/", "/me"))

    def test_what_says_that_this_is_a_demonstration_is_closed_to_other_users_of_the_machine(self) -> None:
        demonstration.begin(local_now(), PASSWORD)
        assert demonstration._path().stat().st_mode & 0o077 == 0


def test_ones_own_page_tells_firm_and_part_in_it(desk: Desk) -> None:
    page = desk.client("reader").get("/me").content.decode()
    assert "桑田丝绸" in page and "只读" in page
    assert "桑蚕局" in desk.client("officer").get("/me").content.decode()


def test_ones_own_page_is_for_those_who_signed_in(desk: Desk) -> None:
    assert desk.client(None).get("/me")["Location"].startswith("/sign-in")
