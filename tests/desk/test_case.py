"""A case in full: what the clerk sees of it, writes into it, and passes on."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from app.kit.towns import Town
from tests.applying import begin, certificate, fill, problems, send
from tests.desk.cases import case_of, words
from tests.towns import Client

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
RECALL = timedelta(minutes=11)


def page(reference: str) -> str:
    return f"/en/desk/cases/{reference}"


def test_it_shows_answers_person_clock_and_history(clara: Client, asked: str) -> None:
    said = words(clara.get(page(asked)).text)
    for sentence in (
        "Ann and Bob Whitlock",
        "Reads Arabic best.",
        "The form was sent",
        "Our side: our turn",
        "The person’s side: nothing to do",
        "Nobody has this case yet.",
    ):
        assert sentence in said, sentence
    # What comes on a free day counts as received on the next working day.
    assert re.search("1[01] working days left", said)


@pytest.mark.databases("sqlite")
def test_a_case_that_nobody_has_is_taken_with_one_press(town: Town, clara: Client, asked: str) -> None:
    html = clara.get(page(asked)).text
    [me] = re.findall(r'<input[^>]* name="assignee" value="([^"]+)"', html)
    assert clara.submit(page(asked), {"assignee": me}, to=f"{page(asked)}/assignment").status_code == 303
    assert str(case_of(town, asked).assignee) == me
    html = clara.get(page(asked)).text
    assert "Clara Montes has this case." in words(html)
    assert 'name="assignee" value=' not in html, "she has it"


def test_it_shows_what_the_person_reads_in_her_language(comes_as: Callable[..., Client], clara: Client) -> None:
    reference = certificate(comes_as("amina"), "ar")
    html = clara.get(page(reference)).text
    assert '<q lang="ar" dir="rtl">يبحث السجل المدني عن القيد' in html


def test_it_marks_where_form_and_register_differ(clara: Client, asked: str) -> None:
    rows = clara.get(page(asked)).text.partition('id="checks"')[2].partition("</table>")[0]
    assert rows.count('class="differs"') == 3
    assert "Amina Belkacem Ruiz" in rows


@pytest.mark.databases("sqlite")
def test_it_compares_nothing_that_the_form_does_not_ask(comes_as: Callable[..., Client], amina: Client) -> None:
    given = {
        "need": {"need": "first"}, "for_whom": {"for_whom": "me"}, "applicant": {}, "pickup": {"pickup": "library"},
        "languages": {}, "formats": {}, "reach": {}, "house_rules": {"house_rules": "yes"},
    }  # fmt: skip
    reference = send(amina, fill(amina, begin(amina, "library-card"), given))
    rows = comes_as("hugo").get(page(reference)).text.partition('id="checks"')[2].partition("</table>")[0]
    assert "Amina Belkacem Ruiz" in rows
    assert "Identity number" not in rows
    assert 'class="differs"' not in rows


def test_it_names_who_sent_it_beside_whom_it_is_about(comes_as: Callable[..., Client], clara: Client) -> None:
    child = {"child.name": "Eve Whitlock", "child.born.day": "1", "child.born.month": "2", "child.born.year": "2020"}
    reference = certificate(
        comes_as("dan"),
        for_whom={"for_whom": "child"},
        child={**child, "child.identifier.kind": "none"},
    )
    html = clara.get(page(reference)).text
    assert '<div class="person-card">\n<h2><bdi>Dan Whitlock</bdi></h2>' in html
    assert "It is about Eve Whitlock" in words(html)


def test_it_shows_nothing_of_the_register_about_somebody_unproven(
    comes_as: Callable[..., Client], clara: Client
) -> None:
    html = clara.get(page(certificate(comes_as("teo")))).text
    assert "Salas Pino" not in html
    assert "+34600000022" not in html
    assert "Not identified: an e-mail address is proven" in words(html)


def test_a_message_is_told_when_its_recall_time_is_over(
    town: Town, settle: Callable[..., int], amina: Client, clara: Client, asked: str
) -> None:
    clara.submit(page(asked), {"text": "We look into book 214."}, to=f"{page(asked)}/messages")
    settle()
    assert "The person can read it from" in words(clara.get(page(asked)).text)
    assert "book 214" not in amina.get(f"/en/cases/{asked}").text
    assert "the office wrote to you" not in amina.get("/en/me").text
    town.clock.move(RECALL)
    settle()
    said = words(amina.get(f"/en/cases/{asked}").text)
    assert "Clara Montes, Civil registry" in said
    assert "We look into book 214." in said
    assert "the office wrote to you" in amina.get("/en/me").text


def test_an_empty_message_is_refused_and_nothing_is_written(clara: Client, asked: str) -> None:
    answer = clara.submit(page(asked), {"text": "  "}, to=f"{page(asked)}/messages")
    assert answer.status_code == 422
    assert "Write your message, or add a file." in problems(answer.text)
    assert "Error:" in answer.text.partition("</title>")[0]


def test_a_file_of_another_kind_is_refused_and_the_words_stay(clara: Client, asked: str) -> None:
    answer = clara.submit(
        page(asked),
        {"text": "See the list."},
        to=f"{page(asked)}/messages",
        files={"files": ("a.sh", b"#!/bin/sh\necho", "application/pdf")},
    )
    assert answer.status_code == 422
    assert "See the list." in answer.text


def test_a_file_is_served_to_be_saved_and_never_to_be_run(clara: Client, asked: str) -> None:
    clara.submit(page(asked), {"text": "Entry"}, to=f"{page(asked)}/messages", files={"files": ("entry.pdf", PDF)})
    path = re.search(rf"{page(asked)}/files/[0-9a-f-]+", clara.get(page(asked)).text)
    assert path
    served = clara.get(path[0])
    assert served.content == PDF
    assert served.headers["content-disposition"].startswith("attachment")
    assert served.headers["x-content-type-options"] == "nosniff"
    assert served.headers["content-security-policy"].startswith("sandbox")


def test_a_file_of_another_case_is_not_there(amina: Client, clara: Client, asked: str) -> None:
    clara.submit(page(asked), {"text": "Entry"}, to=f"{page(asked)}/messages", files={"files": ("entry.pdf", PDF)})
    path = re.search(r"/files/[0-9a-f-]+", clara.get(page(asked)).text)
    other = certificate(amina)
    assert path
    assert clara.get(f"{page(other)}{path[0]}").status_code == 404
    assert clara.get(f"{page(asked)}/files/{uuid4()}").status_code == 404


def test_what_the_person_writes_in_her_language_waits_to_be_translated(
    amina: Client, clara: Client, asked: str
) -> None:
    amina.submit(f"/ar/cases/{asked}", {"text": "متى يجهز؟"}, to=f"/ar/cases/{asked}/messages")
    html = clara.get(page(asked)).text
    assert "To translate: written in Arabic." in words(html)
    assert re.search(r'<p lang="ar"[^>]*>متى يجهز؟', html)


def test_a_note_is_for_colleagues_only(
    comes_as: Callable[..., Client], amina: Client, clara: Client, asked: str
) -> None:
    clara.submit(page(asked), {"note": "Zyxnote: look at book 214"}, to=f"{page(asked)}/notes")
    assert "Zyxnote" in comes_as("samir").get(page(asked)).text
    for path in (f"/en/cases/{asked}", "/en/me", "/en/me/looks", "/en/me/messages"):
        assert "Zyxnote" not in amina.get(path).text


def test_a_case_is_passed_on_and_given_back(town: Town, clara: Client, asked: str) -> None:
    html = clara.get(page(asked)).text
    options = dict(re.findall(r'<option value="([^"]*)"[^>]*>([^<]+)</option>', html.partition("case-side")[2]))
    assert set(options.values()) == {"Nobody yet", "Clara Montes", "Samir Benali"}
    samir = next(value for value, name in options.items() if name == "Samir Benali")
    clara.submit(page(asked), {"assignee": samir}, to=f"{page(asked)}/assignment")
    assert str(case_of(town, asked).assignee) == samir
    assert "Samir Benali has this case." in words(clara.get(page(asked)).text)
    clara.submit(page(asked), {"assignee": ""}, to=f"{page(asked)}/assignment")
    assert case_of(town, asked).assignee is None


def test_a_case_goes_to_nobody_outside_its_department(town: Town, clara: Client, asked: str) -> None:
    answer = clara.submit(page(asked), {"assignee": str(uuid4())}, to=f"{page(asked)}/assignment")
    assert answer.status_code == 422
    assert case_of(town, asked).assignee is None


def test_a_form_without_its_token_changes_nothing(town: Town, clara: Client, asked: str) -> None:
    assert clara.post(f"{page(asked)}/notes", data={"note": "Hello"}).status_code == 403
    assert "Hello" not in clara.get(page(asked)).text
