"""Solves transport relative to silence with a solver that is not ours.

    python3 transport.py PAIRS.json

PAIRS is a list of objects {length, reach, first, second}; both voices are lists of [place, velocity].
It prints the least cost of each pair as a list. Moving a note costs 254 times its way and the reach
times the difference of velocities, where 254 times the way is at most twice the reach times the
softer velocity; a note alone costs the reach times its velocity. The way is the shorter one around
the circle, and notes may cross.
"""

import json
import sys

import numpy
from scipy.optimize import linear_sum_assignment


def cost(length, reach, first, second):
    n, m = len(first), len(second)
    if n + m == 0:
        return 0
    never = 10**12
    table = numpy.full((n + m, n + m), never, dtype=numpy.int64)
    table[n:, m:] = 0
    for i, (place, velocity) in enumerate(first):
        table[i, m + i] = reach * velocity
        for j, (other_place, other_velocity) in enumerate(second):
            way = abs(place - other_place)
            way = 254 * min(way, length - way)
            if way <= 2 * reach * min(velocity, other_velocity):
                table[i, j] = way + reach * abs(velocity - other_velocity)
    for j, (_, velocity) in enumerate(second):
        table[n + j, j] = reach * velocity
    rows, columns = linear_sum_assignment(table)
    return int(table[rows, columns].sum())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1]) as file:
        pairs = json.load(file)
    print(json.dumps([cost(**pair) for pair in pairs]))
