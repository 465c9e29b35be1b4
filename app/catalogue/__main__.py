"""python -m app.catalogue FOLDER: what is wrong in a town folder."""

import sys
from pathlib import Path

from app.catalogue import check_town

if __name__ == "__main__":
    problems = check_town(Path(sys.argv[1]))
    print(*problems, sep="\n")
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)
