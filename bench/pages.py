"""Public pages against a bare Starlette response of the same size; signed-in pages against their template alone."""

from bench import public, signed
from bench.ground import laid
from bench.ratios import ROUNDS, Ratio


def run(rounds: int = ROUNDS, small: bool = False) -> list[Ratio]:
    with laid() as ground:
        return [
            *public.run(ground, rounds, requests=40 if small else 2000),
            *signed.run(ground, rounds, requests=2 if small else 100, most=3 if small else 60),
        ]
