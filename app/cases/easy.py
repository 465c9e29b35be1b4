"""Was it easy, asked once after a case. A door of cases of its own: `from app.cases import easy`."""

from app.cases.easing.asking import APPLYING, DECISION, MINTER, Asked, close, is_open, mint, path, read, sweep

__all__ = ["APPLYING", "DECISION", "MINTER", "Asked", "close", "is_open", "mint", "path", "read", "sweep"]
