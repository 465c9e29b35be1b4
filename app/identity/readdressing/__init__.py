"""Another e-mail address, changed by the owner: proven, announced to the old one, delayed, and stopped by one press."""
