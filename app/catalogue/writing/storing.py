"""The pieces as they are stored among the town's content: facts by id, sentences by id and language. SELECTs live
here, because what counts from the import has to know when that was."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app.catalogue.loading import TownFolder
from app.catalogue.models import Content
from app.catalogue.writing.facts import AnnouncementFacts
from app.catalogue.writing.spans import span
from app.kit import db
from app.kit.db import Unit

C = db.table(Content).c
STANDING = select(C.key, C.data).where(C.kind == "announcement")
WORDS = "piece_sentences"
"""The kind of the sentences; their key is <kind>/<id>/<locale>."""


def pieces(unit: Unit, folder: TownFolder) -> dict[tuple[str, str], Any]:
    standing = {row.key: row.data for row in db.rows(unit, STANDING)}
    return dict(_pieces(folder, standing, unit.now))


def _pieces(folder: TownFolder, standing: dict[str, Any], now: datetime) -> Iterator[tuple[tuple[str, str], Any]]:
    assert folder.facts is not None
    for piece in folder.pieces:
        if piece.facts is None:
            continue
        data: dict[str, Any] = {"facts": piece.facts.model_dump(mode="json", by_alias=True)}
        if isinstance(piece.facts, AnnouncementFacts):
            before = standing.get(piece.id, {})
            if before.get("facts") == data["facts"]:
                data = before  # the same announcement goes on: an import does not begin it anew
            else:
                begins, until = span(piece.facts, ZoneInfo(folder.facts.zone), now)
                data |= {"begins": begins.isoformat(), "until": until.isoformat()}
        yield (piece.kind, piece.id), data
        for locale in folder.locales:
            yield (WORDS, f"{piece.kind}/{piece.id}/{locale}"), piece.sentences.in_locale(locale)
