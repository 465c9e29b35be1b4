"""The catalogue: what services there are, in which version and in which words, and what the town says of itself.

Reads and checks town folders (FORMATS), keeps compiled versions, and shows the public pages.
"""

# ruff: noqa: I001
# fmt: off
from app.catalogue import addressed, rounds, search, signposts
from app.catalogue.content import department_name, departments, lookup, offices, page, profile, town, town_texts
from app.catalogue.phrases import Phrase, phrase, phrase_texts, phrases
from app.catalogue.glance import owed
from app.catalogue.checks import check_coverage, check_parts
from app.catalogue.importing import check_town, import_built_in, import_town
from app.catalogue.loading import LoadedPackage, TownFolder, load_town, read_package
from app.catalogue.lookups import Lookup
from app.catalogue.package import Fee
from app.catalogue.problems import Broken, Problem
from app.catalogue.markdown import prose
from app.catalogue.reading import appeals, export_service, service, services, texts, version, worked_on
from app.catalogue.runs import Run, RunFile
from app.catalogue.definition import Letter, Service
from app.catalogue.registered import REGISTER
from app.catalogue.shelf import derived
from app.catalogue.source import Source, open_source, pack
from app.catalogue.text import Text, Texts
from app.catalogue.versioning import bump, content_version

__all__ = [
    "REGISTER", "Broken", "Fee", "Letter", "LoadedPackage", "Lookup", "Phrase", "Problem", "Run", "RunFile", "Service",
    "Source", "Text", "Texts", "TownFolder", "addressed", "appeals", "bump", "check_coverage", "check_parts",
    "check_town", "content_version", "department_name", "departments", "derived", "export_service", "import_built_in",
    "import_town", "load_town", "lookup", "offices", "open_source", "owed", "pack", "page", "phrase", "phrase_texts",
    "phrases", "profile", "prose", "read_package", "rounds", "search", "service", "services", "signposts", "texts",
    "town", "town_texts", "version", "worked_on",
]
