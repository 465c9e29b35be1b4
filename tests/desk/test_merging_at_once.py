"""Two who do the same to two cases in the same moment: one of them is done whole, and the other hears of it."""

import re
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select

from app.cases.merging.models import CaseMerger
from app.kit import db
from app.kit.towns import Town
from tests.desk.cases import case_of, words
from tests.desk.merging import merge, samir, two
from tests.towns import Client

__all__ = ["samir", "two"]


def test_two_clerks_at_once_merge_once_and_the_other_hears_who_it_was(
    town: Town, clara: Client, samir: Client, two: tuple[str, str]
) -> None:
    first, second = two
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda way: merge(*way), ((clara, first, second), (samir, second, first))))
    assert sorted(each.status_code for each in done) == [303, 409]
    late = next(each for each in done if each.status_code == 409)
    assert re.search(f"{second} was merged into {first} on .+, by (Clara Montes|Samir Benali)", words(late.text))
    with db.read(town) as unit:
        assert len(db.rows(unit, select(db.table(CaseMerger)))) == 1


def test_of_merging_and_deciding_at_once_one_is_done_whole(
    town: Town, clara: Client, samir: Client, two: tuple[str, str]
) -> None:
    first, second = two
    grant = f"/en/desk/cases/{second}/steps/grant"
    with ThreadPoolExecutor(2) as pool:
        decided = pool.submit(lambda: clara.submit(grant, {"text": "Fine."}))
        merged = pool.submit(lambda: merge(samir, first, second))
    assert sorted((decided.result().status_code, merged.result().status_code)) == [303, 409]
    if merged.result().status_code == 303:
        assert "This case was merged into" in words(decided.result().text)
        assert clara.submit(f"/en/desk/cases/{first}/steps/grant", {"text": "Fine."}).status_code == 303
        late = samir.submit(f"/en/desk/cases/{first}", to=_way(town, first))
        assert f"{first} is decided. The two stay one case." in words(late.text)
    else:
        assert f"{second} is decided already." in words(merged.result().text)
        assert case_of(town, second).outcome is None


def _way(town: Town, kept: str) -> str:
    with db.read(town) as unit:
        [row] = db.rows(unit, select(db.table(CaseMerger).c.id))
    return f"/en/desk/cases/{kept}/mergers/{row.id}"
