"""What people type, made comparable: digits of every script, full-width letters, invisible marks, street names."""

import re
from unicodedata import category, combining, normalize

_DIGITS = {ord(zero) + n: str(n) for zero in "٠۰０" for n in range(10)}
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_MARKS = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x061C])
_MARKS |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_DASHES = r"\-‐‑‒–—―−"
_STREETS = {
    "c": "calle", "cl": "calle", "av": "avenida", "avd": "avenida", "avda": "avenida", "pl": "plaza", "pza": "plaza",
    "plza": "plaza", "po": "paseo", "pso": "paseo", "ps": "paseo", "ctra": "carretera", "cno": "camino",
    "cmno": "camino", "trav": "travesia", "urb": "urbanizacion", "sta": "santa", "sto": "santo",
}  # fmt: skip
_LITTLE = frozenset({"de", "del", "la", "las", "el", "los", "y"})


def digits(text: str) -> str:
    """٠-٩ ۰-۹ ０-９ become 0-9; everything else stays."""
    return text.translate(_DIGITS)


def code(text: str) -> str:
    """For e-mail addresses, phones, numbers: digits and full-width letters folded, invisible marks gone, trimmed."""
    return digits(text).translate(_WIDE).translate(_MARKS).strip()


def compact(text: str) -> str:
    """For identifiers: as `code`, in capitals, without spaces, dots, slashes and dashes."""
    return re.sub(rf"[\s./{_DASHES}]", "", code(text)).upper()


def for_pattern(text: str, pattern: str) -> str:
    """The form of an answer that a pattern is tried on and that is stored: digits folded; spaces, dots and hyphens
    gone unless the pattern itself holds them; capitals where it knows no small letters."""
    held = _literals(pattern)
    folded = digits(text).translate(_MARKS).strip()
    if " " not in held:
        folded = re.sub(r"\s", "", folded)
    if "." not in held:
        folded = re.sub(r"[.．]", "", folded)
    if "-" not in held:
        folded = re.sub(rf"[{_DASHES}－]", "", folded)
    return folded if re.search("[a-z]", re.sub(r"\\.", "", pattern)) else folded.upper()


def _literals(pattern: str) -> frozenset[str]:
    """Which of space, dot and hyphen a pattern asks for: the dot of `.` and the hyphen of `[0-9]` do not count."""
    escaped = "".join(re.findall(r"\\(.)", pattern)).replace("s", " ")
    rest = re.sub(r"\\.", "x", pattern)
    listed = "".join(re.sub(r".-.", "", inside) for inside in re.findall(r"\[([^\]]*)\]", rest))
    outside = re.sub(r"\[[^\]]*\]", "", rest).replace(".", "")
    return frozenset(sign for sign in " .-" if sign in escaped + listed + outside)


def name(text: str) -> str:
    """Names of towns and options of people's making: case, accents and punctuation do not count."""
    bare = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return " ".join("".join(c if category(c)[0] in "LN" else " " for c in bare).split())


def street(text: str) -> str:
    """Names of streets: as `name`, abbreviations written out, little words gone."""
    words = [_STREETS.get(word, word) for word in name(text.replace("º", "o").replace("ª", "a")).split()]
    return " ".join(word for word in words if word not in _LITTLE)
