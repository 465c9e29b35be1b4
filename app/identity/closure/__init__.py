"""Closing an account: by its owner, once; its cases stay with the town."""
