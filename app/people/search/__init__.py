"""Finding people: the tokens they are found under, the questions, and the purpose of looking."""
