"""A door of this room: what comes round in a street, and on which days."""

from app.catalogue.coming_round import Round, by_slug, called, coming, slug, street_of, streets

__all__ = ["Round", "by_slug", "called", "coming", "slug", "street_of", "streets"]
