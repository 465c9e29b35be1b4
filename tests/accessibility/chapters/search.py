"""Search: nothing asked yet, found with a mistake, not found, found in another language, and while one types."""

from urllib.parse import quote

from tests.accessibility.scene import Scene

WORDS = {"en": "birht certifcate", "es": "sertificado de nacimento", "zh-Hant": "出聲證明", "ar": "شهاده الملاد"}
ELSEWHERE = {"en": "trastos", "es": "sofa or armchair", "zh-Hant": "trastos", "ar": "trastos"}
COUNT_SWAPS = "window.swaps = 0; document.addEventListener('htmx:after:swap', () => { window.swaps += 1; })"


def look(scene: Scene) -> None:
    guest = scene.guest()
    page, words = guest.at("/search"), WORDS[scene.locale]
    guest.see(page)
    guest.see(f"{page}?q={quote(words)}", "found")
    guest.see(f"{page}?q=xyzzyqwerty", "nothing")
    guest.see(f"{page}?q={quote(ELSEWHERE[scene.locale])}", "other language")
    guest.open(page)
    guest.person.line.run(COUNT_SWAPS)
    guest.person.write("q", words)
    guest.person.wait(lambda: guest.person.line.run("return window.swaps > 0"), "nothing was swapped in")
    guest.person.wait(guest.person.said, "nothing was said")
    guest.look_here("as one types")
