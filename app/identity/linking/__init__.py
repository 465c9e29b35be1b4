"""Which person of the town's record an account is: by a code from the window or by post; and how that ends again."""
