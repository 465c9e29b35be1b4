"""python -m app.catalogue FOLDER: what is wrong in a town folder."""

import sys
from pathlib import Path

from app.catalogue import check_town

if __name__ == "__main__":
    problems = check_town(Path(sys.argv[1]))
    print(*(f"{problem}\n" for problem in problems), sep="", end="")
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)
