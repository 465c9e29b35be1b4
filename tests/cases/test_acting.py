"""Acting for somebody by a mandate: both names on everything, and nothing beyond it."""

from collections.abc import Callable

import pytest

from app.cases.views.card import PAGE
from app.kit.towns import Town
from tests import applying
from tests.cast import AMINA, BORIS, DAN
from tests.desk.cases import copies, words
from tests.identity import mails
from tests.identity.identifying import accept, give, mandate, person
from tests.identity.proving import row
from tests.mypage.test_cases import listed
from tests.mypage.test_looks import link
from tests.towns import Client

Comes = Callable[..., Client]
BOTH = f"{AMINA.name} acts for {BORIS.name}"


def held(client: Client, name: str) -> str:
    """The mandate that somebody uses for a person of this name."""
    page = client.get("/en/me/mandates").text.partition(f"<bdi>{name}</bdi>")[2]
    return page.partition("/me/mandates/")[2][:36]


def apply_for(client: Client, mandate_id: str, slug: str = "birth-certificate") -> str:
    begun = client.post(f"/en/services/{slug}/drafts", data={"_token": client.token("/en/me"), "for": mandate_id})
    assert begun.status_code == 303, begun.text
    place = str(begun.headers["location"])
    assert BOTH in words(client.get(place).text)
    answers = applying.BADGE if "badge" in slug else applying.CERTIFICATE
    own = {name: given for name, given in answers.items() if name != "applicant"}
    review = applying.fill(client, place, {**own, "applicant": {}})
    assert BORIS.name in client.get(review).text, "filled in from his record"
    assert BOTH in words(client.get(review).text)
    return applying.send(client, review)


def test_both_names_stand_on_everything(comes_as: Comes, settle: Callable[..., int], town: Town) -> None:
    amina, boris, clara = comes_as("amina"), comes_as("boris"), comes_as("clara")
    reference = apply_for(amina, held(amina, BORIS.name))
    case = row(town, reference)
    assert (case.person_id, case.started_at is not None) == (person(town, "boris"), True)
    amina.submit(f"/en/cases/{reference}", {"text": "A question"}, to=f"/en/cases/{reference}/messages")
    for reader in (amina, boris):
        page = words(reader.get(f"/en/cases/{reference}").text)
        assert page.count(BOTH) >= 3, "above, in the timeline, and under the message"
        assert BOTH in words(reader.get(f"/en/cases/{reference}/receipt").text) or reader is boris
    assert reference in boris.get("/en/me").text
    assert reference not in amina.get("/en/me/cases").text, "her own page shows her own"
    assert reference in amina.get(f"/en/me/mandates/{held(amina, BORIS.name)}").text
    assert BOTH in words(clara.get(f"/en/desk/cases/{reference}").text)
    settle()
    sent = [each for each in clara.get("/demo/mailbox.json").json() if each["case"] == reference]
    assert {each["channel"] for each in sent if AMINA.email in each["to"]} == {"email"}
    assert [each for each in sent if BORIS.name in each["to"] or BORIS.email in each["to"]], "a letter, as he likes it"
    assert all(AMINA.name in each["text"] and BORIS.name in each["text"] for each in sent)
    looks = words(boris.get("/en/me/looks").text)
    assert "Somebody who acts for you" in looks
    assert "Acted for you in your case" in looks


def test_it_ends_with_the_next_request(comes_as: Comes, settle: Callable[..., int], town: Town) -> None:
    amina, boris = comes_as("amina"), comes_as("boris")
    mine = held(amina, BORIS.name)
    reference = apply_for(amina, mine)
    begun = amina.post("/en/services/building-permit/drafts", data={"_token": amina.token("/en/me"), "for": mine})
    draft = begun.headers["location"]
    token = amina.token(f"/en/cases/{reference}")
    settle()
    before = len(mails.to(boris, AMINA.email))
    assert boris.submit(f"/en/me/mandates/{mine}/end").status_code == 303
    for path in (f"/en/cases/{reference}", f"/en/cases/{reference}/receipt", draft, f"/en/me/mandates/{mine}"):
        assert amina.get(path).status_code == 410, path
    sent = amina.post(f"/en/cases/{reference}/messages", data={"_token": token, "text": "Still here?"})
    assert sent.status_code == 410
    again = amina.post("/en/services/building-permit/drafts", data={"_token": amina.token("/en/me"), "for": mine})
    assert again.status_code == 410
    assert boris.get(f"/en/cases/{reference}").status_code == 200
    boris.submit(f"/en/cases/{reference}", {"text": "I answer"}, to=f"/en/cases/{reference}/messages")
    settle()
    after = [each for each in mails.to(boris, AMINA.email)[:-before] if each["case"] == reference]
    assert after == [], "no copy to a helper without a mandate"


def test_who_only_reads_changes_nothing_and_a_list_of_services_is_its_edge(comes_as: Comes) -> None:
    boris, dan = comes_as("boris"), comes_as("dan")
    certificate, permit = applying.certificate(boris), applying.permit(boris)
    assert give(boris, DAN.email, rights="read", services="birth_certificate").status_code == 303
    mine = accept(dan)
    assert dan.get(f"/en/cases/{certificate}").status_code == 200
    assert dan.get(f"/en/cases/{permit}").status_code == 404
    assert permit not in dan.get(f"/en/me/mandates/{mine}").text
    for below, typed in (("messages", {"text": "No"}), ("withdrawal", {"reason": ""})):
        refused = dan.submit(f"/en/cases/{certificate}", typed, to=f"/en/cases/{certificate}/{below}")
        assert refused.status_code == 409
        assert "only for reading" in refused.text
    started = dan.post("/en/services/birth-certificate/drafts", data={"_token": dan.token("/en/me"), "for": mine})
    assert started.status_code == 409
    assert "only for reading" in started.text


@pytest.mark.databases("sqlite")
def test_what_is_confidential_is_opened_by_name_only_and_never_to_a_guardian(comes_as: Comes, town: Town) -> None:
    from tests.identity.identifying import code, enter

    amina, boris, leo, dan = (comes_as(key) for key in ("amina", "boris", "leo", "dan"))
    secret = applying.badge(boris)
    assert amina.get(f"/en/cases/{secret}").status_code == 404, "everything is not what is confidential"
    give(boris, DAN.email, services="disabled_parking_badge")
    accept(dan)
    assert dan.get(f"/en/cases/{secret}").status_code == 200
    assert enter(leo, code(comes_as("clara"), "leo"))[0] == 303
    plain, hidden = applying.certificate(leo), applying.badge(leo)
    assert amina.get(f"/en/cases/{plain}").status_code == 200
    assert amina.get(f"/en/cases/{hidden}").status_code == 404
    page = amina.get(f"/en/me/mandates/{held(amina, 'Leo Belkacem Navas')}").text
    assert plain in page
    assert hidden not in page
    assert "parking" not in page.lower()


def test_what_a_mandate_does_not_open_takes_no_room_in_the_list_of_what_it_does(comes_as: Comes, town: Town) -> None:
    """More than a page of what is confidential, then more than a page of what is not."""
    boris, amina = comes_as("boris"), comes_as("amina")
    first = applying.certificate(boris)
    plain = [*copies(town, first, PAGE), *copies(town, first, 1, closed_at=town.clock.now(), outcome="granted")]
    copies(town, applying.badge(boris), PAGE + 1)
    page = amina.get(f"/en/me/mandates/{held(amina, BORIS.name)}").text
    onward = link(page, "prev")
    assert listed(page) == plain[:PAGE][::-1]
    assert listed(amina.get(onward).text) == [first, plain[-1]]
    assert link(amina.get(onward).text, "next") == onward.partition("?")[0]
    assert onward.startswith(f"/en/me/mandates/{held(amina, BORIS.name)}?before=open.")


@pytest.mark.databases("sqlite")
def test_a_household_shows_nothing_of_its_members(comes_as: Comes) -> None:
    """Leo's account is nobody known: his guardian finds no case of his, nor that there is one."""
    leo, amina = comes_as("leo"), comes_as("amina")
    reference = applying.certificate(leo)
    assert amina.get(f"/en/cases/{reference}").content == amina.get("/en/cases/VC-7K3M-9QZA").content
    assert reference not in amina.get(f"/en/me/mandates/{held(amina, 'Leo Belkacem Navas')}").text
    assert mandate(amina)
