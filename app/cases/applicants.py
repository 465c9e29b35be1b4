"""Those who applied and are in no record. A door of cases of its own: `from app.cases import applicants`."""

from app.cases.applying.finding import Answer, Applicant, find, look

__all__ = ["Answer", "Applicant", "find", "look"]
