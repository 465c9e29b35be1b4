"""What is come to, subject by subject; each chapter is told in every language, in a town of that language alone."""

from collections.abc import Callable

from tests.accessibility.chapters import barriers, codes, desk, forms, my_page, public, ways_in
from tests.accessibility.scene import Scene

Chapter = Callable[[Scene], None]

CHAPTERS: dict[str, Chapter] = {
    "public pages": public.look,
    "ways in": ways_in.look,
    "codes": codes.look,
    "birth certificate": forms.birth_certificate,
    "building permit": forms.building_permit,
    "large items": forms.large_items,
    "desk": desk.look,
    "my page": my_page.look,
    "barriers": barriers.look,
}
OWN_TOWN = {"barriers", "desk", "my page"}
"""Those that look at lists, in which others' cases would stand."""
