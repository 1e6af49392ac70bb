"""How late events leave, beside what a small program in C gets from ALSA on the same queue."""

import json

import command

# The latest that the 99th percentile may be, in microseconds, and as a multiple of the other's.
LIMIT, FACTOR = 200, 1.2


def judge(left, prepared):
    """Compares each way of sending, idle and beside busy loops."""
    figures = []
    for load in ("idle", "busy"):
        reference = float((left / f"reference-{load}").read_text().split()[2])
        for measured in json.loads((left / f"{load}.json").read_text())["rounds"]:
            late, where = measured["kernel"]["percentile99"], f"{load}, {measured['method']}"
            figure = f"{where}: p99 {late:.0f} µs, C {reference:.0f} µs"
            assert not measured["lost"], f"{where}: {measured['lost']} events were lost"
            assert late <= min(LIMIT, FACTOR * reference), figure
            figures.append(figure)
    return "; ".join(figures)


if __name__ == "__main__":
    command.run(judge)
