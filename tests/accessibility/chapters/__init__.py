"""What is come to, subject by subject; each chapter is told in every language, in a town of that language alone."""

from collections.abc import Callable

from app.kit.towns import Town
from tests.accessibility.chapters import (
    account,
    away,
    barriers,
    calls,
    choices,
    codes,
    consents,
    content,
    deciding,
    desk,
    desk_mandates,
    desk_person,
    desk_queue,
    easy_words,
    figures,
    forms,
    gallery,
    in_place,
    intake,
    leaves,
    letters,
    linking,
    long_names,
    mandates,
    merging,
    my_page,
    names,
    needs,
    papers_in,
    passkeys,
    public,
    reading,
    rounds,
    search,
    staff,
    statement,
    taxes,
    trouble,
    ways_in,
)
from tests.accessibility.scene import Scene

Chapter = Callable[[Scene], None]

CHAPTERS: dict[str, Chapter] = {
    "public pages": public.look,
    "reading": reading.look,
    "search": search.look,
    "gallery": gallery.look,
    "content": content.look,
    "ways in": ways_in.look,
    "codes": codes.look,
    "passkeys": passkeys.look,
    "account": account.look,
    "staff": staff.look,
    "linking": linking.look,
    "mandates": mandates.look,
    "birth certificate": forms.birth_certificate,
    "building permit": forms.building_permit,
    "large items": forms.large_items,
    "choices": choices.look,
    "rounds": rounds.look,
    "tax return": taxes.look,
    "desk": desk.look,
    "desk mandates": desk_mandates.look,
    "desk queue": desk_queue.look,
    "deciding": deciding.look,
    "merging": merging.look,
    "desk person": desk_person.look,
    "figures": figures.look,
    "calls": calls.look,
    "papers in": papers_in.look,
    "intake": intake.look,
    "leaves": leaves.look,
    "my page": my_page.look,
    "needs": needs.look,
    "easy words": easy_words.look,
    "names": names.look,
    "consents": consents.look,
    "in place": in_place.look,
    "letters": letters.look,
    "barriers": barriers.look,
    "statement": statement.look,
    "trouble": trouble.look,
    "database away": away.look,
    "long names": long_names.look,
}


def as_it_is(town: Town, locale: str) -> None:
    """Nothing has happened there yet."""


OWN_TOWN: dict[str, Callable[[Town, str], None]] = {
    "content": content.prepare,
    "account": as_it_is,
    "desk mandates": as_it_is,
    "barriers": as_it_is,
    "choices": as_it_is,
    "calls": as_it_is,
    "papers in": as_it_is,
    "desk": as_it_is,
    "desk queue": desk_queue.prepare,
    "deciding": deciding.prepare,
    "desk person": as_it_is,
    "easy words": as_it_is,
    "figures": figures.prepare,
    "linking": as_it_is,
    "mandates": as_it_is,
    "merging": as_it_is,
    "my page": as_it_is,
    "staff": as_it_is,
    "in place": as_it_is,
    "letters": letters.prepare,
    "tax return": as_it_is,
    "trouble": as_it_is,
    "database away": as_it_is,
    "long names": long_names.prepare,
}
"""Chapters that look at lists, in which others' cases would stand, or whose town has to be another; what happens there
before it opens."""
ON_POSTGRESQL = {"database away"}
"""An SQLite town has its database in its own house: nothing can come between them."""
