"""From what was tested to what may be said: criterion by criterion, and in the form that each standard asks for."""
