"""What a file is, by its own first bytes: the four types a town takes, and nothing is guessed.

A library that knows hundreds of types answers with several guesses; these four are certain or refused.
"""

TYPES = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png", "heic": "image/heic"}
"""The names a service package uses in `accept`, and what each is on the wire."""

HEAD = 64
"""Bytes that are enough to tell."""

_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")


def recognise(head: bytes) -> str:
    """The media type, or "" for what a town does not take."""
    if head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").startswith(b"%PDF-"):
        return TYPES["pdf"]
    if head.startswith(b"\xff\xd8\xff"):
        return TYPES["jpeg"]
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return TYPES["png"]
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return TYPES["heic"]
    return ""
