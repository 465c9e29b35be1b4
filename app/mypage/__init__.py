"""My page: what several rooms know about the person who is signed in, in one place, and who else has looked."""
