"""The commands of `python -m app`, one file each: `arguments(parser)` and `run(given)`, which gives the exit status."""
