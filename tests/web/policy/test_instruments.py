"""An instrument's page: what it carries out, on which law, and a form to try it out."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.web.small.pack import pack


def browser(language: str = "zh-CN") -> Client:
    return Client(HTTP_ACCEPT_LANGUAGE=language)


@pytest.mark.parametrize("id", [instrument.id for instrument in pack.instruments])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_instrument_has_a_page_in_both_languages(small: None, id: str, language: str) -> None:
    instrument = pack.instrument(id)
    page = browser(language).get(f"/instruments/{id}/").content.decode()
    assert (instrument.title.en if language == "en" else instrument.title.zh) in page
    assert "Silk Act" in page or "桑蚕条例" in page


def test_the_list_has_all_of_them_and_can_be_narrowed_to_a_kind(small: None) -> None:
    everything = browser().get("/instruments/").content.decode()
    decisions = browser().get("/instruments/?kind=decision").content.decode()
    assert all(instrument.title.zh in everything for instrument in pack.instruments)
    assert "办理方式" in decisions and "蚕茧分配" not in decisions


def test_a_decision_tells_its_requirements_values_and_their_standing(small: None) -> None:
    page = browser().get("/instruments/silk-grant/").content.decode()
    for told in ("人数达到要求", "《桑蚕细则》第2条", "10人", "未核对", "尚未查明", "须保存桑叶台账。"):
        assert told in page


def test_a_procedure_tells_its_steps_clocks_and_states(small: None) -> None:
    page = browser("en").get("/instruments/silk-grant-case/").content.decode()
    for told in ("Time to decide", "5 working days", "Submitted", "Applicant", "Officer", "Silk Act, art. 3"):
        assert told in page


def test_a_decision_is_tried_out_with_what_is_known_and_nothing_is_kept(
    small: None, db: None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        page = browser().post("/instruments/silk-grant/", {"staff": "12", "green": "true"}).content.decode()
    assert "可以获得补助" in page and 'value="12"' in page


def test_an_empty_trial_says_what_it_would_need(small: None) -> None:
    page = browser().post("/instruments/silk-grant/", {}).content.decode()
    assert "尚不能判定" in page and "还需要知道" in page


def test_a_mechanism_gives_its_result_with_a_table_for_a_list(small: None) -> None:
    page = browser("en").post("/instruments/silk-share/", {"cocoons": "12,000", "firms": "2"}).content.decode()
    assert "6000" in page and page.count("<td>6000</td>") == 2


def test_an_indicator_shows_its_formula_and_its_figure(small: None) -> None:
    page = browser().post("/instruments/silk-rate/", {"alive": "19", "all": "20"}).content.decode()
    assert "成活 ÷ 总数" in page and "95%" in page


def test_bad_input_is_told_beside_its_field_and_stays(small: None) -> None:
    response = browser().post("/instruments/silk-share/", {"cocoons": "some", "firms": "0"})
    page = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id-cocoons"' in page and 'href="#id-firms"' in page and 'value="some"' in page


def test_the_day_of_the_law_is_asked_and_must_be_a_day(small: None) -> None:
    response = browser().post("/instruments/silk-grant/", {"as_of": "someday"})
    assert response.status_code == 422 and 'href="#id-as_of"' in response.content.decode()
