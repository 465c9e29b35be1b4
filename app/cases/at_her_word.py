"""The door of what staff do in a case at the word of its person: `from app.cases import at_her_word`."""

from app.cases.counter.at_her_word import ANY_DAY, begin_appeal, insist_appeal, insist_open, take_back, ways

__all__ = ["ANY_DAY", "begin_appeal", "insist_appeal", "insist_open", "take_back", "ways"]
