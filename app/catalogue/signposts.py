"""A door of this room: where a public page stands, told to programs."""

from app.catalogue.machines.standing import stand

__all__ = ["stand"]
