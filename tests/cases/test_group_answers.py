"""The office asks again for a question that repeats: its rows are changed as in the form, and sent with the rest."""

import io
import re
from collections.abc import Callable, Sequence
from html import unescape

import pytest

from tests import applying
from tests.proof.test_canary import PNG
from tests.towns import Client

ANN = {"name": "Ann Mason", "phone": "600 000 021"}
BOB = {"name": "Bob Keyholder", "phone": "600 000 022"}
CEM = {"name": "Cem Roofer", "phone": "600 000 023"}


def words(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("<footer")[0])))


class Asked:
    """A permit with Ann among its contacts; somebody has to look at it, and asks again."""

    def __init__(self, dan: Client, clara: Client) -> None:
        self.dan, self.clara = dan, clara
        place = applying.begin(dan, "building-permit")
        answers = {**applying.PERMIT, "work": {"work": "roof"}}
        place = applying.fill_until(dan, place, answers, "contacts")
        assert dan.submit(f"{place}/new", ANN).status_code == 303
        self.reference = applying.send(dan, applying.fill(dan, place, answers))
        self.page = f"/en/cases/{self.reference}/answers"
        self.desk = f"/en/desk/cases/{self.reference}"

    def ask(self, fields: Sequence[str], reason: str = "wrong") -> None:
        sent = self.clara.submit(f"{self.desk}/request", {"fields": fields, "reason": reason, "text": "Please."})
        assert sent.status_code == 303, applying.problems(sent.text)

    def later(self, others: dict[str, str], files: object = None) -> None:
        """Save and finish later."""
        place = self.press("then", others={**others, "then": "later"}, files=files)
        assert place == f"/en/cases/{self.reference}?said=kept"

    def press(self, button: str, row: str = "", others: dict[str, str] | None = None, files: object = None) -> str:
        """Press a button of the page, with what stands in its form; where it leads."""
        pressed = {button: self.row(row) if row else "yes"}
        stands = applying.standing(self.dan.get(self.page).text)
        sent = self.dan.post(self.page, data={**stands, **pressed, **(others or {})}, files=files)
        assert sent.status_code == 303, applying.problems(sent.text)
        return str(sent.headers["location"])

    def row(self, name: str) -> str:
        """The id of the row that begins with this name, as the button to change it has it."""
        page = self.dan.get(self.page).text
        pattern = rf'name="contacts.change" value="([^"]+)">Change<span class="unseen"> <bdi>{name}<'
        found = re.search(pattern, page)
        assert found is not None, words(page)
        return found[1]

    def add(self, row: dict[str, str]) -> None:
        sent = self.dan.submit(self.press("contacts.add"), row)
        assert (sent.status_code, sent.headers.get("location")) == (303, self.page), applying.problems(sent.text)

    def send(self, **others: str) -> str:
        """Press the button that sends; the case then."""
        sent = self.dan.submit(self.page, others)
        assert sent.status_code == 303, applying.problems(sent.text)
        return words(self.dan.get(sent.headers["location"]).text)


@pytest.fixture
def asked(comes_as: Callable[..., Client]) -> Asked:
    return Asked(comes_as("dan"), comes_as("clara"))


def test_the_desk_offers_it_with_its_rows(asked: Asked) -> None:
    page = asked.clara.get(f"{asked.desk}/request").text
    assert 'name="fields" id="fields-contacts"' in page or 'value="contacts"' in page
    assert "Ann Mason" in words(page)


def test_rows_are_changed_added_and_removed_and_arrive_with_the_answer(asked: Asked, settle: Callable[[], int]) -> None:
    asked.ask(["contacts"])
    said = words(asked.dan.get(asked.page).text)
    assert "Who else can we call about the works?" in said
    assert "Change Ann Mason" in said

    changed = asked.press("contacts.change", "Ann Mason")
    page = asked.dan.get(changed).text
    assert "<h1>Who else can we call about the works? (number 1)</h1>" in page
    assert 'value="Ann Mason"' in page
    assert asked.dan.submit(changed, {"name": "Ann Stonemason", "phone": ANN["phone"]}).status_code == 303
    asked.add(BOB)
    asked.add(CEM)
    assert asked.press("contacts.remove", "Bob Keyholder") == asked.page

    assert "Ann Mason" in words(asked.clara.get(asked.desk).text), "nothing is sent yet"
    assert "Cem" not in words(asked.clara.get(asked.desk).text)
    case = asked.send()
    assert "Your answers are sent." in case
    filed = words(asked.dan.get(f"/en/cases/{asked.reference}/filed").text)
    assert "Ann Stonemason" in filed
    assert "Cem Roofer" in filed
    assert "Bob" not in filed
    desk = words(asked.clara.get(asked.desk).text)
    assert "Ann Stonemason" in desk
    assert "The person sent the answer" in desk
    assert "Ann Mason" in words(asked.dan.get(f"/en/cases/{asked.reference}/receipt").text), "a receipt never changes"
    assert asked.dan.get(asked.page).status_code == 409
    assert settle()


def test_what_is_wrong_in_a_row_is_said_at_its_fields(asked: Asked) -> None:
    asked.ask(["contacts"])
    page = asked.press("contacts.add")
    wrong = asked.dan.submit(page, {"name": "", "phone": "12"})
    assert wrong.status_code == 422
    assert "<title>Error: " in wrong.text
    for name in ("name", "phone"):
        assert f'<a href="#q-{name}">' in wrong.text
        assert re.search(
            rf'id="q-{name}"[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*q-{name}-error', wrong.text
        )
    assert 'value="12"' in wrong.text
    assert "Write the name" in applying.problems(wrong.text)


def test_no_more_rows_than_the_form_takes(asked: Asked) -> None:
    asked.ask(["contacts"])
    before = asked.press("contacts.add")
    asked.add(BOB)
    asked.add(CEM)
    assert 'name="contacts.add"' not in asked.dan.get(asked.page).text
    fourth = asked.dan.submit(before, {"name": "Dee Fourth", "phone": "600 000 024"})
    assert fourth.status_code == 422
    assert "There are 4 entries. Keep at most 3." in applying.problems(fourth.text)
    assert 'value="Dee Fourth"' in fourth.text
    assert "Dee" not in words(asked.dan.get(asked.page).text)


def test_what_the_office_asks_for_has_at_least_one_row(asked: Asked) -> None:
    asked.ask(["contacts"])
    asked.press("contacts.remove", "Ann Mason")
    empty = asked.dan.submit(asked.page)
    assert empty.status_code == 422
    assert '<a href="#q-contacts">Add at least one.</a>' in empty.text
    assert re.search(r'<button[^>]* id="q-contacts"[^>]*aria-describedby="[^"]*q-contacts-error', empty.text)
    asked.add(CEM)
    assert "Your answers are sent." in asked.send()


def test_enter_in_a_field_presses_neither_change_nor_remove(asked: Asked) -> None:
    """It presses the first button of the form."""
    asked.ask(["area", "contacts"])
    form = asked.dan.get(asked.page).text.partition("<form")[2]
    first = re.search(r"<button[^>]*>([^<]*)", form)
    assert first is not None
    assert first[1] == "Send these answers"
    assert "name=" not in first[0]


def test_going_to_a_row_keeps_what_is_written_beside_it(asked: Asked) -> None:
    asked.ask(["area", "cost", "drawings", "contacts"])
    picture = {"drawings": ("roof.png", io.BytesIO(PNG), "image/png")}
    row = asked.press("contacts.add", others={"area": "25", "cost": "much"}, files=picture)
    assert asked.dan.submit(row, BOB).status_code == 303
    page = asked.dan.get(asked.page).text
    assert applying.problems(page).startswith("<!doctype"), "nobody demands anything yet"
    assert applying.standing(page)["area"] == "25"
    assert applying.standing(page)["cost"] == "much"
    assert "roof.png" in page
    assert asked.dan.submit(asked.page, {"area": "25", "cost": "much"}).status_code == 422
    asked.send(area="25", cost="950")
    filed = words(asked.dan.get(f"/en/cases/{asked.reference}/filed").text)
    assert all(each in filed for each in ("25", "950", "roof.png", "Ann Mason", "Bob Keyholder"))


def test_it_can_be_finished_later(asked: Asked) -> None:
    asked.ask(["area", "contacts"])
    row = asked.press("contacts.add", others={"area": "31"})
    later = asked.dan.submit(row, {"name": "Half", "phone": "", "then": "later"})
    assert later.headers["location"] == f"/en/cases/{asked.reference}?said=kept"
    assert "Your answers are saved. Nothing is sent yet." in words(asked.dan.get(later.headers["location"]).text)
    asked.later({"area": "many"})
    assert applying.standing(asked.dan.get(asked.page).text)["area"] == "many"
    assert 'value="Half"' in asked.dan.get(row).text


def test_a_file_taken_away_before_it_is_sent_is_gone_and_nothing_is_sent_by_it(asked: Asked) -> None:
    asked.ask(["drawings"])
    picture = {"drawings": ("roof.png", io.BytesIO(PNG), "image/png")}
    asked.later({}, picture)
    blob = re.search(r'name="drawings.remove" value="([^"]+)"', asked.dan.get(asked.page).text)
    assert blob is not None
    assert asked.dan.submit(asked.page, {"drawings.remove": blob[1]}).headers["location"] == asked.page
    assert "roof.png" not in asked.dan.get(asked.page).text
    assert asked.dan.get(f"/en/cases/{asked.reference}/files/{blob[1]}").status_code == 404


def test_only_a_marked_question_has_rows_here(asked: Asked, comes_as: Callable[..., Client]) -> None:
    row = f"{asked.page}/contacts/new"
    assert asked.dan.get(row).status_code == 409, "nothing is asked"
    asked.ask(["area"])
    for place in ("contacts/new", "area/new", "nothing/new"):
        assert asked.dan.get(f"{asked.page}/{place}").status_code == 404
        assert asked.dan.submit(asked.page, BOB, to=f"{asked.page}/{place}").status_code == 404
    assert comes_as("nour").get(row).status_code == 404


def test_a_row_that_is_not_there_is_not_found_and_a_removed_one_comes_back(asked: Asked) -> None:
    asked.ask(["contacts"])
    assert asked.dan.get(f"{asked.page}/contacts/nobody").status_code == 404
    open_elsewhere = asked.press("contacts.change", "Ann Mason")
    token = asked.dan.token(open_elsewhere)
    asked.press("contacts.remove", "Ann Mason")
    sent = asked.dan.post(open_elsewhere, data={"_token": token, **ANN})
    assert sent.status_code == 303
    assert "Ann Mason" in words(asked.dan.get(asked.page).text)


def test_a_withdrawal_ends_it(asked: Asked) -> None:
    asked.ask(["contacts"])
    asked.add(BOB)
    withdrawn = asked.dan.submit(f"/en/cases/{asked.reference}/withdrawal", {"reason": "Not now."})
    assert withdrawn.status_code == 303
    assert asked.dan.get(asked.page).status_code == 409
    assert "Bob" not in words(asked.clara.get(asked.desk).text)
