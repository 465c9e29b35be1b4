"""What is wrong with a question whose options follow an answer given before."""

from collections.abc import Iterator

from app.forms.definition import Form
from app.forms.fields import Choice, Choices, YesNo
from app.forms.following import NO, YES, offered
from app.forms.rule_checks import Finding, Path


def following_findings(form: Form, field: Choice | Choices, path: Path) -> Iterator[Finding]:
    if field.by is None:
        for place, option in enumerate(field.options):
            if option.goes_with:
                words = f"`{option.id}` goes with an answer, and no question is named. Add `by`: a question before."
                yield (*path, "options", place, "goes_with"), words
        return
    before = form.fields.get(field.by)
    if not isinstance(before, Choice | Choices | YesNo):
        yield (*path, "by"), f"`{field.by}` is no question of this form with options. Name one of its own questions."
        return
    asked, own = [step.ask for step in form.steps], field.path.partition(".")[0]
    if own in asked and field.by in asked and asked.index(field.by) >= asked.index(own):
        yield (*path, "by"), f"`{field.by}` is not asked before `{own}`. Change the order of the steps."
        return
    known = {YES, NO} if isinstance(before, YesNo) else before.known
    for place, option in enumerate(field.options):
        for name in sorted({*option.goes_with} - known):
            words = f"`{field.by}` has no answer `{name}`. Write some of: {', '.join(sorted(known))}."
            yield (*path, "options", place, "goes_with"), words
    for name in (YES, NO) if isinstance(before, YesNo) else before.offered:
        if not offered(field, {field.by: name}):
            words = f"Nothing is offered to who answers `{field.by}` with `{name}`. Add an option that goes with it."
            yield (*path, "options"), words
