"""Absence: a stand-in has the cases of a colleague who is away, until she is back."""
