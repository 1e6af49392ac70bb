"""Events off the timer's grid leave as exactly as ALSA can, idle and beside busy loops."""

import json

import command

# The most that 99 of 100 events may be late, in microseconds, and beside the program in C.
LATE = 200
RATIO = 1.2


def judge(left, prepared):
    """Compares the 99th percentiles of the kernel's stamps."""
    text = []
    for load in ("idle", "busy"):
        reference = float((left / f"{load}.reference").read_text().split()[2])
        measured = json.loads((left / f"{load}.json").read_text())
        (queue,) = measured["rounds"]
        late = queue["kernel"]["percentile99"]
        assert measured["events"] == 2000 and queue["lost"] == 0, f"{load}: {measured}"
        assert late <= LATE, f"{load}: p99 is {late} us"
        assert late <= RATIO * reference, f"{load}: p99 is {late} us, of the program in C {reference} us"
        text.append(f"{load}: p99 {late:.0f} us, in C {reference:.0f} us")
    return "; ".join(text)


if __name__ == "__main__":
    command.run(judge)
