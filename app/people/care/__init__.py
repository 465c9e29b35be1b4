"""Care for people: why those who serve them take care, and whose address is protected."""
