"""What one needs is told once, and every room that writes or shows keeps to it."""

from collections.abc import Callable

import pytest

from app.kit import db
from app.kit.actor import Actor
from app.kit.towns import Town
from app.people import importing, needing
from app.wiring import keepers
from tests.applying import certificate, pickup
from tests.desk.cases import words
from tests.desk.people import people_of, with_purpose
from tests.towns import Client

NEEDS = "/en/me/needs"


@pytest.fixture
def amina(comes_as: Callable[..., Client]) -> Client:
    return comes_as("amina")


@pytest.fixture
def clara(comes_as: Callable[..., Client]) -> Client:
    return comes_as("clara")


def told(client: Client, *needs: str, helper: str = "") -> None:
    sent = client.submit(NEEDS, {"needs": list(needs), "helper": helper})
    assert (sent.status_code, sent.headers["location"]) == (303, "/en/me/needs?said=needs"), sent.text


def mail_of(client: Client, reference: str) -> list[dict[str, str]]:
    return [mail for mail in client.get("/demo/mailbox.json").json() if mail["case"] == reference]


def test_who_wants_letters_only_in_large_print_gets_a_large_letter_and_large_pages(
    comes_as: Callable[..., Client], settle: Callable[..., int]
) -> None:
    nour = comes_as("nour")
    told(nour, "paper_only", "large_print")
    reference = certificate(nour)
    settle()
    [letter] = mail_of(nour, reference)
    assert letter["channel"] == "letter"
    assert '<body class="letter large">' in letter["html"]
    assert "/features/large" in nour.get("/en/me").text
    told(nour)
    assert "/features/large" not in nour.get("/en/me").text
    reference = certificate(nour)
    settle()
    assert [mail["channel"] for mail in mail_of(nour, reference)] == ["email"]


def test_the_clerk_of_a_case_sees_what_is_needed_in_words(
    comes_as: Callable[..., Client], clara: Client, amina: Client
) -> None:
    told(amina, "helper", "no_time_limit", "text_relay", helper="Zyxhelper, 600 000 044")
    said = words(clara.get(f"/en/desk/cases/{certificate(amina)}").text)
    for expected in (
        "A person helps. Speak with the person first. The helper may be there. Zyxhelper, 600 000 044",
        "More time. Days to answer are longer by themselves. Offer more where you can.",
        "Text relay. Call through the text relay service.",
    ):
        assert expected in said
    assert "Short messages." not in said


def test_an_account_that_nobody_knows_hides_its_number_from_clerks_too(
    comes_as: Callable[..., Client], town: Town
) -> None:
    """Teo's address is proven, not who he is; the street's clerk writes to him."""
    teo, samir = comes_as("teo"), comes_as("samir")
    reference = pickup(teo, "", reach={"reach": ["sms"]}, phone={"phone": "600 000 022"})
    said = words(samir.get(f"/en/desk/cases/{reference}").text)
    assert "Do not call." in said
    assert "600 00" not in said
    told(teo)
    assert "600 00" in words(samir.get(f"/en/desk/cases/{reference}").text)


def test_what_was_told_before_stays_to_be_read(amina: Client) -> None:
    told(amina, "seat", "interpreter_ar")
    told(amina, "seat")
    said = words(amina.get(NEEDS).text).partition("What was told, and when")[2]
    assert "A seat while I wait" in said
    assert said.count("told by you") == 1
    assert said.count("from the register") == 2
    assert "An interpreter: Arabic" in said
    assert said.count("Until") == 2


@pytest.mark.databases("sqlite")
def test_a_helper_needs_a_name_and_what_is_not_offered_is_left_out(amina: Client) -> None:
    wrong = amina.submit(NEEDS, {"needs": ["helper", "seat"], "helper": " "})
    assert wrong.status_code == 422
    assert "Write who helps, for example a name and a phone." in words(wrong.text)
    assert amina.submit(NEEDS, {"needs": "helper", "helper": "x" * 301}).status_code == 422
    told(amina, "seat", "zyx", "<b>")
    assert "zyx" not in amina.get(NEEDS).text


@pytest.mark.databases("sqlite")
def test_nobody_reads_the_needs_of_somebody_else(comes_as: Callable[..., Client], amina: Client) -> None:
    told(amina, "helper", helper="Zyxhelper")
    assert "Zyxhelper" not in comes_as("dan").get(NEEDS).text
    assert comes_as().get(NEEDS).headers["location"].startswith("/en/sign-in")


def test_a_clerk_writes_needs_down_with_her_agreement_and_the_person_reads_it(
    comes_as: Callable[..., Client], town: Town, amina: Client
) -> None:
    clara, person = with_purpose(comes_as("clara")), f"/en/desk/people/{people_of(town)['amina']}"
    assert "What did the person tell?" in words(clara.get(f"{person}/needs").text)
    without = clara.submit(f"{person}/needs", {"needs": "seat"})
    assert without.status_code == 422
    assert "Choose how the person agreed." in words(without.text)
    sent = clara.submit(f"{person}/needs", {"needs": ["seat", "large_print"], "way": "signed"})
    assert sent.headers["location"] == f"{person}?said=needs_of"
    assert "Large print. Letters in at least 18 point." in words(clara.get(person).text)
    assert "told on paper, with your signature" in words(amina.get(NEEDS).text)
    assert "Wrote down what you need A clerk: Civil registry" in words(amina.get("/en/me/looks").text)
    told(amina)
    assert "Large print." not in words(clara.get(person).text)


def test_without_a_purpose_a_clerk_writes_nothing_down(
    comes_as: Callable[..., Client], town: Town, clara: Client
) -> None:
    person = f"/en/desk/people/{people_of(town)['rosa']}"
    refused = clara.post(f"{person}/needs", data={"_token": clara.token("/en/me"), "needs": "seat", "way": "spoken"})
    assert refused.status_code == 303
    assert "Say first why you are looking" in clara.get(refused.headers["location"]).text
    nobody = with_purpose(clara).get("/en/desk/people/01234567-89ab-7def-8123-456789abcdef/needs")
    assert nobody.status_code == 404
    assert comes_as("dan").get(f"{person}/needs").status_code == 404


def test_two_records_that_are_one_need_what_either_told(town: Town) -> None:
    with db.write(town) as unit:
        made = importing.import_people(
            unit, [{"key": "a", "name": "A", "access_needs": ["seat"]}, {"key": "b", "name": "B"}]
        )
        by = needing.By(needing.CLERK, None, "spoken")
        needing.tell(unit, needing.Whose(made["b"], None), {"seat": "", "helper": "Zyxhelper"}, by)
        keepers.merge(unit, Actor.system("test"), made["b"], made["a"])
    kept = needing.Whose(made["a"], None)
    with db.read(town) as unit:
        assert [(each.need, each.words) for each in needing.current(unit, kept)] == [
            ("seat", ""),
            ("helper", "Zyxhelper"),
        ]
        assert len(needing.history(unit, kept)) == 3
    with db.write(town) as unit:
        keepers.erase(unit, Actor.system("test"), made["a"])
        assert not needing.history(unit, kept)


def test_who_needs_easy_words_reads_them_where_a_service_has_them(
    comes_as: Callable[..., Client], settle: Callable[..., int], clara: Client
) -> None:
    ines = comes_as("ines")
    assert "easy_words" in ines.get(NEEDS).text
    plain = comes_as("amina")
    for client in (ines, plain):
        told(client, *(("easy_words",) if client is ines else ()))
        reference = certificate(client)
        ask = {"fields": "parents", "reason": "missing", "text": "Both names"}
        assert clara.submit(f"/en/desk/cases/{reference}/request", ask).status_code == 303
        settle()
        asked = [mail["text"] for mail in mail_of(client, reference) if "need" in mail["subject"]]
        easy = "Open your case. There you see the questions." in asked[0]
        assert (len(asked), easy) == (1, client is ines)
        assert ("The town has your request for a birth certificate." in mail_of(client, reference)[-1]["text"]) or easy


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize(
    ("locale", "title", "words"),
    [
        ("en", "In easy words", "You put them in front of your house."),
        ("es", "Con palabras fáciles", "Usted las deja delante de su casa."),
        ("zh-Hant", "簡單說", "請放在您家門口。"),
        ("ar", "بكلمات سهلة", "توضع أمام المنزل."),
    ],
)
def test_a_service_says_in_easy_words_what_it_is_for_in_every_language(
    comes_as: Callable[..., Client], locale: str, title: str, words: str
) -> None:
    page = comes_as().get(f"/{locale}/services/large-items").text
    assert title in page
    assert words in page


def test_short_messages_say_what_happened_and_the_last_day(
    comes_as: Callable[..., Client], settle: Callable[..., int], clara: Client
) -> None:
    dan = comes_as("dan")
    told(dan, "short_messages")
    reference = certificate(dan)
    ask = {"fields": "parents", "reason": "missing", "text": "Both names"}
    assert clara.submit(f"/en/desk/cases/{reference}/request", ask).status_code == 303
    settle()
    [asked] = [mail["text"] for mail in mail_of(dan, reference) if "need" in mail["subject"]]
    assert "The civil registry cannot go on without an answer from you." in asked
    assert "Last day: " in asked
    assert "Our clock stops until you answer." not in asked
    assert reference in asked
