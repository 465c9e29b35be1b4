"""Names and words longer than anybody thought of, in each script: where they are read, asked for, listed and told."""

import re

from app import identity, people
from app.kit import db
from app.kit.towns import Town
from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE, question, steps
from tests.accessibility.post import letter_box
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.accessibility.waiting import until

NAMES = {
    "en": "Hubert Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren Cholmondeley-Featherstonehaugh",
    "es": "María de los Ángeles Goicoecheaerrotaberríaetxebarrieta Fernández de Córdoba y Rodríguez-Villaverde",
    "zh-Hant": "歐陽司徒諸葛上官美惠瑪格麗特伊麗莎白康絲坦斯安東妮亞尼古拉耶夫娜施密特費雪",
    "ar": "عبد الرحمن بن عبد العزيز المستنصر بالله آل السيد أبو الفتوح الأندلسي القسطنطيني",
}
WORDS = {
    "en": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "es": "electroencefalografistaesternocleidomastoideootorrinolaringológicamentehablando",
    "zh-Hant": "請先把出生證明與身分證影本以及其他所有必要文件一併寄到市政廳戶政櫃檯謝謝您的協助與配合",
    "ar": "أفاستسقيناكموهافأسقيناكموهاوأفاستسقيناكموهافأسقيناكموهاوأفاستسقيناكموها",
}
TAIL = "of.a.department.with.a.very.long.name.puertoclaro.example"
PERSON = f"the.longest.address.that.anybody.has.ever.given.us@{TAIL}"
CLERK = f"a.clerk@{TAIL}"
STATE = "long names"
OPEN = ("applicant", "parents", "review")
"""Questions that show what is long."""


def prepare(town: Town, locale: str) -> None:
    """Two more people: one of the record, and a clerk; their names are the longest of this language and of another."""
    known = {"language": locale, "phone": "+34600000099"}
    person = known | {
        "key": "longest_name",
        "name": NAMES[locale],
        "born": "1985-03-27",
        "level": "2",
        "identifier": {"kind": "passport", "value": "X0000001"},
        "email": PERSON,
        "address": {"street": f"Calle {WORDS['es']}", "number": "12", "postcode": "29990", "town": "Puerto Claro"},
    }
    clerk = known | {
        "key": "longest_clerk",
        "name": NAMES["en"],
        "level": "1",
        "record": "false",
        "email": CLERK,
        "staff": [{"department": "civil_registry", "function": "clerk"}],
    }
    with db.write(town) as unit:
        persons = people.import_people(unit, [person, clerk])
        identity.import_accounts(unit, [person, clerk], persons)


def look(scene: Scene) -> None:
    word = WORDS[scene.locale]
    person, clerk = scene.by_link(scene.site.link_for(PERSON)), scene.by_link(scene.site.link_for(CLERK))
    case = person.at(f"/cases/{apply(person, word)}")
    desk = clerk.at(case.replace(f"/{scene.locale}/", "/desk/"))
    person.http.submit(case, {"text": f"{word} {word}"}, to=f"{case}/messages")
    clerk.http.submit(desk, {"text": f"{word} {word}"}, to=f"{desk}/messages")
    clerk.http.submit(desk, {"note": f"{word} {word}"}, to=f"{desk}/notes")
    clerk.http.submit(desk, {"assignee": assignee(clerk, desk)}, to=f"{desk}/assignment")
    for path in ("/desk/cases", f"/desk{case.removeprefix(f'/{scene.locale}')}"):
        clerk.see(clerk.at(path), STATE)
    clerk.http.submit(f"{desk}/request", {"fields": ["parents"], "reason": "missing", "text": word})
    clerk.see(desk, f"{STATE}, waiting")
    for path in (
        f"{case}/receipt",
        f"{case}/filed",
        case,
        f"{case}/answers",
        person.at("/me"),
        person.at("/me/sessions"),
    ):
        person.see(path, STATE)
    mails(scene)


def apply(person: Somebody, word: str) -> str:
    """The reference; on the way what shows a long name or word is looked at."""
    locale = person.person.locale
    long = {
        **BIRTH_CERTIFICATE,
        "parents": {"parents": f"{NAMES[locale]} {word}"},
        "remark": {"remark": f"{word}{word} {word}"},
    }
    for place in steps(person.http, applying.begin(person.http, "birth-certificate", locale), long):
        if question(place) in OPEN:
            person.see(place, STATE, f"birth-certificate {question(place)}")
    return applying.send(person.http, place)


def assignee(clerk: Somebody, desk: str) -> str:
    """The clerk herself, among whom the case may be passed on to."""
    return str(re.findall(r'<option value="([^"]+)"[^>]*>[^<]*Wolfe', clerk.http.get(desk).text)[0])


def mails(scene: Scene) -> None:
    """What was told by mail, with its long subject and words."""
    item = until(lambda: next((each for each in scene.site.mailbox() if each["to"] == PERSON), None), "no mail came")
    guest = scene.guest()
    with letter_box(scene.site) as box:
        guest.see(f"{box}/{item['id']}", STATE, at="mail")
    guest.see("/demo/mailbox", STATE)
