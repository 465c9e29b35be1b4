"""Search, as others need it: have its indexes ready before anybody asks, and find services by what people call them."""

from app.catalogue.searching.keeping import prepare
from app.catalogue.searching.naming import Called, called

__all__ = ["Called", "called", "prepare"]
