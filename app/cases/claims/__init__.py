"""Taking a guest's case into an account by its reference and a code that goes to the address written in it."""
