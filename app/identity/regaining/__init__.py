"""Regaining an account at the window, for who lost every way in: announced, delayed, and stopped by one press."""
