"""What the rules of a service would do with a case that lies on a desk, and what they looked at."""
