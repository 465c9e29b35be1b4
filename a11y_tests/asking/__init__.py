"""What somebody asks of the command, and how it is done."""
