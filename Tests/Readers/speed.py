"""Reads or writes the files of a folder with symusic when told to, and prints how long it took."""

import pathlib
import sys
import time

from symusic import Score

files = [path.read_bytes() for path in pathlib.Path(sys.argv[1]).iterdir()]
scores = [Score.from_midi(file) for file in files]
print(0.0, flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    if line.strip() == "read":
        scores = [Score.from_midi(file) for file in files]
    else:
        for score in scores:
            score.dumps_midi()
    print(time.perf_counter() - start, flush=True)
