"""What pages say to programs, in the words of schema.org: made of what the page itself shows."""
