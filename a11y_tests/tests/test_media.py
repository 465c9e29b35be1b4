"""Sound, video, frames and drawings, planted with a gap or made well in an unusual way."""

import pytest

from a11y_tests.tests.conftest import Look

BIG = "width=120 height=120"
CAPTIONS = "<track src=/c.vtt kind=captions srclang=en>"
PLANTED = [
    ("1.2.2", "<video src=/v.mp4 controls></video><p>Transcript</p>", "video"),
    ("1.2.3", f"<video src=/v.mp4 controls>{CAPTIONS}</video>", "video"),
    ("1.2.1", "<audio src=/a.mp3 controls></audio>", "audio"),
    ("1.2.1", "<audio src=/a.mp3 controls></audio><p>Dogs</p><p>Hours</p><p>Ask for it in writing.</p>", "audio"),
    ("1.4.2", "<audio src=/a.mp3 autoplay></audio>", "audio"),
    ("4.1.2", "<iframe src=/map></iframe>", "iframe"),
    ("4.1.2", "<iframe src=/map title=iframe></iframe>", "iframe"),
    ("1.1.1", f"<canvas {BIG}></canvas>", "canvas"),
    ("1.1.1", f"<svg {BIG}><path d='M0 0h9v9z'/></svg>", "svg"),
    ("1.1.1", "<svg role=img width=9 height=9></svg>", "svg"),
    ("1.1.1", "<embed src=/x.pdf>", "embed"),
    ("1.4.5", f"<img src=/x style='width:600px;height:40px' alt='{'The office is closed on Monday. ' * 3}'>", "img"),
]
CORRECT = [
    f"<figure><video src=/v.mp4 controls>{CAPTIONS}</video></figure><details><summary>Transcript</summary>x</details>",
    "<video src=/v.mp4 muted autoplay loop></video>",
    "<section><audio src=/a.mp3 controls></audio><p lang=es><a href=/t>Transcripción</a></p></section>",
    "<section lang=zh-Hant><audio src=/a.mp3 controls></audio><p><a href=/t>逐字稿</a></p></section>",
    "<div><audio src=/a.mp3 controls></audio></div><p>The hours</p><details><summary>In words</summary>x</details>",
    "<figure><figcaption>Hi</figcaption><audio src=/a.mp3 controls></audio></figure><p><a href=/t>Transcript</a></p>",
    "<iframe src=/map title='Map of the bins'></iframe>",
    f"<canvas {BIG} aria-hidden=true></canvas><canvas {BIG}><p>Three dogs</p></canvas>",
    f"<figure><svg {BIG}><path d='M0 0h9v9z'/></svg><figcaption>Dogs by street</figcaption></figure>",
    f"<svg {BIG} role=img><title>Dogs by street</title></svg><svg {BIG} aria-hidden=true></svg>",
    "<object data=/x.pdf>The letter as a <a href=/x>page</a></object>",
]


@pytest.mark.parametrize(("criterion", "main", "where"), PLANTED)
def test_it_finds_what_was_planted(look: Look, criterion: str, main: str, where: str) -> None:
    found = look("media", f"<h1>Dogs</h1>{main}")
    assert (criterion, where) in {(one.criterion, one.selector.split(" > ")[-1]) for one in found}, found


@pytest.mark.parametrize("main", CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, main: str) -> None:
    assert look("media", f"<h1>Dogs</h1>{main}") == []
