"""What every report has to say, whatever was found."""

from .report import Report

WITHOUT_A_FINDING = "A page without a finding is not yet an accessible page."


def no_machine_can_tell(report: Report) -> list[str]:
    return [
        "whether an alternative text says what the picture says;",
        "whether a sentence can be understood by those who need it;",
        "whether headings, labels and error messages help;",
        "whether the order of questions makes sense;",
        "whether a screen reader says things at the right moment"
        + (
            ": the transcripts show one reader on one system;"
            if report.transcripts
            else ", for none has been heard here;"
        ),
        "whether it works for people who live with a disability. Only they can say that.",
    ]
