"""Staff: their second factor, how they are invited, how they leave. Others come in by `app/identity/staff.py`."""
