"""The fixed cast of every test, as towns/puerto-claro/people.yaml imports it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    """`level`: 0 no account, 1 e-mail address proven, 2 linked to a person of the record."""

    key: str
    name: str
    locale: str
    level: int
    staff: tuple[tuple[str, str], ...] = ()

    @property
    def email(self) -> str:
        return f"{self.key}@puertoclaro.example" if self.level else ""


AMINA = Member("amina", "Amina Belkacem Ruiz", "ar", 2)
BORIS = Member("boris", "Boris Belkacem", "ar", 2)
LEO = Member("leo", "Leo Belkacem Navas", "es", 1)
ROSA = Member("rosa", "Rosa Cabello Nieto", "es", 0)
NOUR = Member("nour", "Nour Haddad Vega", "es", 2)
TEO = Member("teo", "Teodoro Salas Pino", "es", 1)
INES = Member("ines", "Inés Prado Gil", "es", 2)
KOFI = Member("kofi", "Kofi Mensah", "en", 2)
MAR = Member("mar", "Mar Olivares Tena", "es", 2)
LIN = Member("lin", "林美惠", "zh-Hant", 2)
DAN = Member("dan", "Dan Whitlock", "en", 1)
CLARA = Member("clara", "Clara Montes Rivas", "es", 1, (("civil_registry", "clerk"), ("works", "clerk")))
TOMAS = Member("tomas", "Tomás Vidal Luna", "es", 1, (("market", "clerk"),))
SAMIR = Member(
    "samir",
    "Samir Benali",
    "en",
    1,
    (("civil_registry", "supervisor"), ("works", "supervisor"), ("streets", "clerk")),
)
OLGA = Member("olga", "Olga Navarro Peña", "es", 1, (("social_services", "clerk"), ("social_services", "supervisor")))
PILAR = Member(
    "pilar",
    "Pilar Ibáñez Roca",
    "es",
    1,
    tuple((each, role) for each in ("taxes", "business", "mobility") for role in ("clerk", "supervisor")),
)
HUGO = Member(
    "hugo",
    "Hugo Santana Déniz",
    "es",
    1,
    tuple((each, role) for each in ("education", "culture", "environment") for role in ("clerk", "supervisor")),
)
DOLORES = Member("dolores", "Dolores Rincón Sáez", "es", 1, (("civil_registry", "designer"),))
VERA = Member("vera", "Vera Lindqvist", "en", 1, (("civil_registry", "administrator"),))

EVERYBODY = (
    *(AMINA, BORIS, LEO, ROSA, NOUR, TEO, INES, KOFI, MAR, LIN),
    *(DAN, CLARA, TOMAS, SAMIR, OLGA, PILAR, HUGO, DOLORES, VERA),
)
BY_KEY = {member.key: member for member in EVERYBODY}
