"""A case for somebody at the window, on the phone or on paper: the same form, rules, receipt and clock as online."""
