"""Which channel a notice takes: what somebody chose, else what reaches her soonest."""

from dataclasses import replace

import pytest

from app.kit import db
from app.kit.ids import new_id
from app.kit.towns import Town
from app.notifications import Recipient, mark_read, notice, notices, notify, prefer, preferred, unread
from app.notifications.channels import after, chosen, possible
from tests.connectors.conftest import Gateway
from tests.notifications.cast import AMINA, ROSA, TEO, a_notice, states, tell
from tests.notifications.conftest import Work


def test_a_person_without_any_channel_is_reached_by_none(town: Town) -> None:
    assert chosen(town, Recipient("es")) == ()


def test_paper_reaches_whoever_has_nothing_else(town: Town) -> None:
    assert chosen(town, ROSA) == ("letter",)


def test_without_a_choice_the_mail_goes_alone(town: Town) -> None:
    assert chosen(town, AMINA) == ("email",)


def test_each_chosen_channel_is_used_and_the_portal_beside_them(town: Town) -> None:
    both = replace(AMINA, account_id=new_id(), channels=("sms", "email", "sms"))
    assert chosen(town, both) == ("portal", "sms", "email")


def test_a_chosen_channel_that_leads_nowhere_gives_way(town: Town) -> None:
    assert chosen(town, replace(TEO, channels=("sms",))) == ("email",)


def test_whoever_wants_only_the_portal_gets_no_mail(town: Town) -> None:
    assert chosen(town, replace(AMINA, account_id=new_id(), channels=("portal",))) == ("portal",)
    assert chosen(town, replace(AMINA, channels=("portal",))) == ("email",)


def test_a_town_without_a_gateway_has_no_text_messages(town: Town) -> None:
    assert "sms" in possible(town, AMINA)
    assert "sms" not in possible(replace(town, demo=False), AMINA)


def test_after_a_failure_her_own_wish_comes_first(town: Town) -> None:
    assert after(town, replace(AMINA, channels=("email", "letter")), {"email"}) == "letter"
    assert after(town, AMINA, {"email", "sms", "letter"}) is None


def test_an_accounts_preference_is_used_where_the_service_asked_for_none(town: Town) -> None:
    account = new_id()
    with db.write(town) as unit:
        assert preferred(unit, account) == ()
        prefer(unit, account, ["email"])
        prefer(unit, account, ["letter", "sms", "letter"])
        assert preferred(unit, account) == ("letter", "sms")
    _, case_id = tell(town, a_notice(replace(AMINA, account_id=account)))
    assert [channel for channel, _ in states(town, case_id)] == ["portal", "letter", "sms"]
    with db.write(town) as unit, pytest.raises(ValueError, match="pigeon"):
        prefer(unit, account, ["pigeon"])


def test_notices_of_an_account_are_read_by_it_alone(town: Town) -> None:
    account, outsider = new_id(), new_id()
    notice_id, case_id = tell(town, a_notice(replace(TEO, account_id=account)))
    with db.write(town) as unit:
        [told] = notices(unit, account)
        assert (told.subject, told.path, told.label) == (
            "VC-7K3M-9QZA: your dog is registered", "/cases/VC-7K3M-9QZA", "See your case",
        )  # fmt: skip
        assert notice(unit, outsider, notice_id) is None
        assert notices(unit, outsider) == []
        assert mark_read(unit, outsider, case_id=case_id) == 0
        assert unread(unit, account) == 1
        assert mark_read(unit, account, case_id=case_id) == 1
        assert unread(unit, account) == 0
        assert notices(unit, account)[0].read


def test_older_notices_follow_page_by_page(town: Town) -> None:
    account = new_id()
    for number in range(5):
        tell(town, a_notice(replace(TEO, account_id=account), subject=str(number)))
    with db.read(town) as unit:
        first = notices(unit, account, most=3)
        rest = notices(unit, account, before=first[-1].id, most=3)
    assert [told.subject for told in first + rest] == ["4", "3", "2", "1", "0"]


def test_a_text_message_goes_to_the_gateway_in_one_line(town: Town, gateway: Gateway, work: Work) -> None:
    real = replace(town, demo=False, sms_url=gateway.url)
    phone = replace(AMINA, channels=("sms",))
    _, case_id = tell(real, a_notice(phone, short="Tomorrow we collect your sofa.", link=None))
    work(real)
    assert states(real, case_id) == [("sms", "sent")]
    assert gateway.got[0][2] == {"to": "+34600000001", "text": f"{real.name}: Tomorrow we collect your sofa."}


def test_a_number_that_the_gateway_refuses_falls_back(town: Town, gateway: Gateway, work: Work) -> None:
    gateway.status = 422
    real = replace(town, demo=False, sms_url=gateway.url)
    _, case_id = tell(real, a_notice(replace(AMINA, email="", channels=("sms",))))
    work(real)
    assert states(real, case_id) == [("sms", "failed"), ("letter", "queued")]


def test_a_gateway_that_is_down_is_tried_again(town: Town, gateway: Gateway, work: Work) -> None:
    gateway.status = 503
    real = replace(town, demo=False, sms_url=gateway.url)
    _, case_id = tell(real, a_notice(replace(AMINA, channels=("sms",))))
    work(real)
    assert states(real, case_id) == [("sms", "queued")]


def test_a_notice_without_case_or_person_is_sealed_for_the_town(town: Town) -> None:
    with db.write(town) as unit:
        assert notify(unit, a_notice(TEO, case_id=None))
