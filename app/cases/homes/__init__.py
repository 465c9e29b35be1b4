"""A person lives somewhere else: what her open cases say of it, and to whom."""
