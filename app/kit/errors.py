"""What can go wrong on the way to an answer; the edge turns each into a page that says what to do."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from app.kit.i18n import N_


class Problem(Exception):
    """A page instead of the answer. `title` and `words` are message ids; `values` fill both."""

    status = 400
    title = N_("Something is not right with this request")
    words = N_("Nothing was changed. Go back and try again.")
    typed: Sequence[tuple[str, str]] = ()
    """What somebody typed in a form that was not taken, each under its question ("" where it has none)."""

    def __init__(
        self, words: str = "", values: Mapping[str, object] | None = None, *, path: str = "", link: str = ""
    ) -> None:
        super().__init__(words or self.words)
        self.words = words or self.words
        self.values = values or {}
        self.path, self.link = path, link
        """Where to go on (a path below the locale), and the words of that link (a message id)."""

    def keep(self, texts: Mapping[str, Sequence[str]]) -> None:
        """Have the page show once more what was written in words of one's own; choices and codes hold no space."""
        said = [each for name, values in texts.items() if name != "_token" for each in values if _is_written(each)]
        self.typed = [("", each) for each in said]


def _is_written(text: str) -> bool:
    return not text.isascii() or len(text.split()) > 1


class NotFound(Problem):
    """It is not there, or not for this actor: both read alike."""

    status = 404
    title = N_("We cannot find this page")
    words = N_("Perhaps the address has a mistake, or the page has moved.")


class Forbidden(Problem):
    status = 403
    title = N_("This form was not sent from our own page")
    words = N_("Nothing was changed. Open the page again and send the form from there.")


class Gone(Problem):
    """A link or code that has been used or has run out."""

    status = 410
    title = N_("This link no longer works")
    words = N_("It has been used already, or it is too old.")


class Closed(Gone):
    """What somebody was at has been closed to her meanwhile. `sentences` are whole, in her language; `read` says what
    of a form she typed herself, so that it is shown to her once more: it is kept nowhere."""

    title = N_("This page has been closed to you")

    def __init__(
        self,
        sentences: Sequence[Markup],
        read: Callable[[Mapping[str, Sequence[str]]], Sequence[tuple[str, str]]] | None = None,
        *,
        path: str = "",
        link: str = "",
    ) -> None:
        super().__init__(path=path, link=link)
        self.sentences = sentences
        self._read = read

    def keep(self, texts: Mapping[str, Sequence[str]]) -> None:
        self.typed = self._read(texts) if self._read else ()


class Refused(Problem):
    """A rule says no: the state of things does not allow it (any more)."""

    status = 409
    title = N_("This cannot be done now")


class TooLarge(Problem):
    status = 413
    title = N_("What you sent is too big")
    words = N_("Nothing was changed. Send smaller files, or one at a time.")


class TooMany(Problem):
    status = 429
    title = N_("Too many tries")
    words = N_("Wait a few minutes and try again. Or call us: a person will help you.")


class Busy(Problem):
    """The database had no turn for us. A form that was sent is kept in the page, and one press sends it again; of its
    files only the names are left (`files`, by field), so the page asks for them again."""

    status = 503
    title = N_("Very many people are here right now")
    words = N_("This page could not be shown. Nothing is lost. Wait a few seconds, then load it again.")
    form = N_("Nothing was sent yet. This page keeps what you wrote. Wait a few seconds, then press the button.")
    choose = N_("Files are not kept. Choose them again here, then press the button.")

    def __init__(
        self,
        kept: Mapping[str, Sequence[str]] | None = None,
        again_url: str = "",
        files: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(self.form if again_url else "")
        self.kept = kept or {}
        self.again_url = again_url
        self.files = files or {}


class Away(Busy):
    """The database does not answer at all."""

    title = N_("We cannot reach our records right now")


class Unreadable(Problem):
    """The body is not what a form can be."""

    status = 400
    title = N_("We could not read what was sent")


class AskFirst(Exception):
    """Something has to be said on another page before this form is taken: at `path` below the locale, which is asked
    with the way back in `to`. `back` is the page of the form; what was typed there waits for whoever comes back."""

    def __init__(self, path: str, back: str, said: str) -> None:
        super().__init__(path)
        self.path, self.back, self.said = path, back, said


class SignIn(Exception):
    """This page needs somebody who signed in, or who brings a code. `onward` is the path below the locale to go on to
    then; `over` says that there was a session, `guest` that it was nobody's account."""

    def __init__(self, onward: str = "", *, over: bool = False, guest: bool = False) -> None:
        super().__init__(onward)
        self.onward, self.over, self.guest = onward, over, guest
