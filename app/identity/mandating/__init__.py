"""Mandates: who may act for whom, in what, until when; given, accepted, used, ended."""
