"""What a town writes for its people beside its services: life events, articles, local events, announcements."""
