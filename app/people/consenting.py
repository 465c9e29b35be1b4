"""What somebody agrees to, of what the town does with her data."""

from app.people.consents.saying import HOW, OFFICES, PREFILL, USES, WORDS, Said, allows, history, say

__all__ = ["HOW", "OFFICES", "PREFILL", "USES", "WORDS", "Said", "allows", "history", "say"]
