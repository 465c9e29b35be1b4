"""An article as schema.org names it."""

from app.catalogue.machines.places import department
from app.catalogue.machines.saying import Thing, thing
from app.catalogue.machines.standing import language
from app.catalogue.writing.reading import Article
from app.kit.db import Unit


def an_article(unit: Unit, article: Article, url: str, locale: str) -> Thing:
    return thing(
        "Article",
        f"{url}#article",
        headline=article.title,
        description=article.summary,
        url=url,
        inLanguage=language(article.title, locale),
        author=department(unit, article.facts.department, locale),
    )
