import argparse
from collections.abc import Sequence
from pathlib import Path

from ..checks import EVERY
from ..finding import SEVERITIES
from ..reports import WRITERS


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="a11y-gate",
        description="Look for barriers on the pages of a website.",
        epilog="Exit status: 0 nothing found, 1 something found, 2 it could not look, and says why.",
    )
    parser.add_argument("url", help="the website, or the one page when neither --sitemap nor --paths is given")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--sitemap", action="store_true", help="every page that URL/sitemap.xml names")
    which.add_argument("--paths", type=Path, metavar="FILE", help="a path a line; {locale} stands for each language")
    parser.add_argument("--locales", default="", help="languages, with commas: the first part of each path")
    parser.add_argument("--login", metavar="COMMAND", help="prints a one-time link, which is opened before looking")
    depth = parser.add_mutually_exclusive_group()
    depth.add_argument("--quick", action="store_true", help="each kind of page in one language and one mode")
    depth.add_argument("--full", action="store_true", help="each page in each of the 48 modes")
    parser.add_argument("--checks", default="", help=f"with commas, of: {', '.join(EVERY)} (all)")
    parser.add_argument("--format", default="text", help=f"with commas, of: {', '.join(WRITERS)}")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where reports are written (text: printed as well)")
    debt = parser.add_mutually_exclusive_group()
    debt.add_argument("--baseline", type=Path, metavar="FILE", help="findings that are known and do not count")
    debt.add_argument("--baseline-start", type=Path, metavar="FILE", help="write that file, with all that is found now")
    parser.add_argument(
        "--baseline-frozen", action="store_true", help="leave that file as it is; found too is that it could be shorter"
    )
    parser.add_argument("--fail-on", choices=[*SEVERITIES, "never"], default="minor", help="least that counts as found")
    parser.add_argument(
        "--level", choices=["AA", "AAA"], default="AAA", help="of WCAG: AA leaves out what only AAA asks"
    )
    parser.add_argument(
        "--patience", type=float, default=30, metavar="SECONDS", help="for a page to load, and for --login (30)"
    )
    parser.add_argument("--tools", type=Path, metavar="DIR", help="folder whose node_modules hold axe-core and vnu-jar")
    parser.add_argument("--transcripts", type=Path, metavar="DIR", help="what screen readers said: a .txt file each")
    parser.add_argument("--profile", action="store_true", help="say how long each check takes")
    parser.add_argument("--quiet", action="store_true", help="no bar that shows how far it is")
    return parser


def read(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options, with lists where commas were; misuse ends the command with 2."""
    parser = options()
    given = parser.parse_args(arguments)
    given.format = listed(given.format)
    given.locales = tuple(listed(given.locales))
    given.checks = [check for check in EVERY if check in (wanted := listed(given.checks)) or not wanted]
    unknown = (set(given.format) - WRITERS.keys()) | (set(wanted) - EVERY.keys())
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    if given.out is None and given.format != ["text"]:
        parser.error("a --format other than text needs --out")
    if given.baseline_frozen and given.baseline is None:
        parser.error("--baseline-frozen needs --baseline")
    return given


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
