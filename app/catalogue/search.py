"""Search, as others need it: have its indexes ready before anybody asks."""

from app.catalogue.searching.keeping import prepare

__all__ = ["prepare"]
