"""Scanned papers are split, turned and added to the cases they belong to; the day they came in counts."""

import re
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import select

from app.cases.counter.models import Paper
from app.kit import blobs, db
from app.kit.towns import Town
from tests.applying import permit, problems
from tests.desk.cases import case_of, words
from tests.desk.intake import ANSWERS, ROSA, start, write
from tests.desk.test_replies import day_before
from tests.desk.test_request import ask
from tests.papers import locked, pdf, scanned
from tests.towns import Client

PAGES = "/en/desk/papers"


def scan(clerk: Client, *pages: str, name: str = "scan.pdf", **given: str) -> str:
    """Add a scanned paper; its address."""
    sent = clerk.submit(PAGES, given, files={"files": (name, pdf(*pages))})
    assert sent.status_code == 303, problems(sent.text)
    return str(sent.headers["location"]).partition("?")[0]


def add(clerk: Client, paper: str, reference: str, **changes: str) -> Any:
    given = {"first": "1", "last": "1", "turn": "0", "kind": "paper", "case-reference": reference}
    return clerk.submit(paper, {**given, **changes})


def sheets(town: Town, reference: str) -> list[tuple[int, int]]:
    """The PDFs of a case: how many pages each has, and how its first is turned."""
    case, found = case_of(town, reference), []
    with db.read(town) as unit:
        files = blobs.of_owner(unit, case.id)
    for file in files:
        document = pypdfium2.PdfDocument(b"".join(blobs.parts(town, file)))
        found.append((len(document), document[0].get_rotation()))
        document.close()
    return found


def test_pages_become_a_paper_of_the_case_split_and_turned(
    town: Town, amina: Client, clara: Client, asked: str
) -> None:
    paper = scan(clara, "One", "Two", "Three")
    assert add(clara, paper, asked.lower(), first="2", last="3", turn="90").status_code == 303
    assert sheets(town, asked) == [(2, 90)]
    said = words(clara.get(paper).text)
    assert f"Page 1 Page 2: added to {asked} Page 3: added to {asked}" in said
    for html in (clara.get(f"/en/desk/cases/{asked}").text, amina.get(f"/en/cases/{asked}").text):
        assert "A paper came in" in words(html)
        assert "scan.pdf" in html
    assert "Added a paper of yours to the case" in words(amina.get("/en/me/looks").text)


def test_the_cover_sheet_finds_its_case_again(clara: Client, asked: str) -> None:
    sheet = clara.get(f"/en/desk/cases/{asked}/cover").text
    assert "<svg" in sheet.partition("<figure>")[2]
    assert asked in words(sheet)
    page = clara.get(scan(clara, f"Cover sheet {asked}", "A plan")).text
    assert f'name="case-reference" type="text" value="{asked}"' in page
    assert f"Page 1: names {asked}" in words(page)


@pytest.mark.databases("sqlite")
def test_the_code_of_a_scanned_cover_sheet_is_read_from_the_picture(clara: Client, asked: str) -> None:
    for turned, noise, dots in ((0, 0, 150), (180, 0, 150), (-94, 20, 150), (3, 20, 200)):
        content = scanned("", asked, turned=turned, noise=noise, dots=dots)
        sent = clara.submit(PAGES, {}, files={"files": ("scan.pdf", content)})
        page = clara.get(sent.headers["location"].partition("?")[0]).text
        assert f'name="case-reference" type="text" value="{asked}"' in page, "the clerk confirms it"
        assert f"Page 2: names {asked}" in words(page), (turned, noise, dots)
        assert f"Page 1: names {asked}" not in words(page)
    assert asked in words(clara.get(PAGES).text)


@pytest.mark.databases("sqlite")
def test_a_scan_without_a_code_of_ours_is_found_by_hand(clara: Client, asked: str) -> None:
    content = scanned("", "https://example.org/VC", "VC-7K3M-9QZB")
    paper = clara.submit(PAGES, {}, files={"files": ("scan.pdf", content)}).headers["location"].partition("?")[0]
    page = clara.get(paper).text
    assert 'name="case-reference"' in page
    assert not re.search(r'name="case-reference"[^>]* value="[^"]', page)
    assert "names" not in words(page)
    assert add(clara, paper, asked).status_code == 303


def test_a_paper_answers_what_the_office_asked_and_its_day_ends_the_pause(
    town: Town, amina: Client, clara: Client
) -> None:
    reference = permit(amina, work={"work": "roof"})
    due = case_of(town, reference).due
    ask(clara, reference, fields=["drawings"], phrases=[])
    town.clock.move(timedelta(days=6))
    clara.sign_in("clara")
    paper = scan(clara, "A plan", **day_before(town, 5))
    placed = add(clara, paper, reference, kind="answer")
    answers = f"/en/desk/cases/{reference}/answers"
    assert placed.headers["location"].startswith(answers)
    assert "scan.pdf" in clara.get(answers).text
    sent = clara.submit(answers, {"channel": "post", **day_before(town, 5)})
    assert sent.status_code == 303, problems(sent.text)
    later = case_of(town, reference).due
    assert due is not None
    assert later is not None
    assert (later - due).days < 6
    assert case_of(town, reference).state != "waiting"


def test_a_paper_that_nobody_asked_for_is_no_answer(clara: Client, asked: str) -> None:
    paper = scan(clara, "A plan")
    refused = add(clara, paper, asked, kind="answer")
    assert refused.status_code == 409
    ask(clara, asked)
    refused = add(clara, paper, asked, kind="answer")
    assert refused.status_code == 422
    assert "The office asked for no file in this case." in refused.text


def test_a_case_is_opened_from_a_paper(clara: Client) -> None:
    paper = scan(clara, "A form")
    known = paper.rpartition("/")[2]
    assert f"/en/desk/intake?paper={known}" in clara.get(paper).text
    assert 'value="post" checked' in clara.get(f"/en/desk/intake?paper={known}").text
    page = start(clara, number=ROSA, channel="post", paper=known)
    write(clara, page, then="show", **ANSWERS)
    sent = write(clara, page, **ANSWERS, _declared="signed")
    receipt = clara.get(sent.headers["location"]).text
    link = re.search(rf'href="({paper}\?reference=VC-[^"]+)"', receipt)
    assert link is not None
    assert f'value="{link[1].partition("=")[2]}"' in clara.get(link[1]).text


@pytest.mark.databases("sqlite")
def test_what_is_no_pdf_is_refused_whole(town: Town, clara: Client) -> None:
    good = ("files", ("good.pdf", pdf("One"), "application/pdf"))
    for name, content, error in (
        ("broken.pdf", b"%PDF-1.7\nnothing of a PDF", "“broken.pdf” is no PDF that we can read."),
        ("letter.pdf", b"Dear town", "“letter.pdf” is no PDF that we can read."),
        ("photo.pdf", b"\xff\xd8\xff\xe0 a photograph", "“photo.pdf” is no PDF that we can read."),
        ("locked.pdf", locked(), "A password protects “locked.pdf”. Ask for a copy without one."),
        ("long.pdf", pdf(*["x"] * 101), "“long.pdf” has more than 100 pages."),
    ):
        refused = clara.submit(PAGES, {}, files=[good, ("files", (name, content, "application/pdf"))])
        assert refused.status_code == 422, name
        assert error in problems(refused.text), name
    assert "Choose a file." in problems(clara.submit(PAGES, {}).text)
    assert "The day the paper came in: " in problems(clara.submit(PAGES, {"came.day": "40"}, files=[good]).text)
    with db.read(town) as unit:
        assert db.rows(unit, select(db.table(Paper).c.id)) == []


@pytest.mark.databases("sqlite")
def test_it_says_what_is_wrong_and_adds_nothing(town: Town, clara: Client, asked: str) -> None:
    paper = scan(clara, "One", "Two")
    for changes, error in (
        ({"first": "0"}, "Write a page from 1 to 2."),
        ({"first": "two"}, "Write a page from 1 to 2."),
        ({"last": "3"}, "Write the same page or a later one, up to 2."),
        ({"first": "2", "last": "1"}, "Write the same page or a later one, up to 2."),
        ({"turn": "45"}, "Choose how to turn it."),
        ({"kind": ""}, "Choose what it is."),
        ({"case-reference": "VC-7K3M-9QZA"}, "We find no case of your offices with this reference."),
    ):
        refused = add(clara, paper, asked, **changes)
        assert refused.status_code == 422, changes
        assert error in problems(refused.text), changes
    assert sheets(town, asked) == []


@pytest.mark.databases("sqlite")
def test_a_paper_is_removed_with_what_is_left_of_it(town: Town, clara: Client) -> None:
    paper = scan(clara, "One", "Two")
    assert "2 pages are in no case. They will be gone." in words(clara.get(f"{paper}/removal").text)
    assert clara.submit(f"{paper}/removal").status_code == 303
    assert clara.get(paper).status_code == 404
    assert "No paper waits" in words(clara.get(PAGES).text)
