"""Whatever ends or suspends it, and whenever: nothing sounds afterwards."""

import random
import signal

import command
import heard
from lost import write

TURNS = 200
# For how long it stays stopped after what was heard is looked at, in seconds.
STOPPED = 0.7


def prepare(folder):
    """Writes pieces in which something always sounds, and when which signal comes."""
    notes = [(0.05 * step, 0.6, 30 + step * 7 % 80, step % 5) for step in range(400)]
    write(folder / "long.mid", notes)
    song = 'tempo(120)\nbars(64)\nlead: note("d3 a3 d4 a4").fast({}).legato(1.7)\nhat: s("hh*16")\n'
    (folder / "song.jorga").write_text(song.format(2))
    (folder / "other.jorga").write_text(song.format(3))
    chance = random.Random(7)
    with open(folder / "turns", "w") as turns:
        for turn in range(TURNS):
            piece = "song.jorga" if turn % 10 == 9 else "long.mid"
            kind = "STOP" if turn % 10 == 8 else chance.choice(["INT", "TERM", "HUP"])
            print(turn, piece, chance.randrange(100_000, 1_500_000), kind, file=turns)


def segments(log):
    """What was heard between marks, each but the first with the mark before it."""
    parts = [[]]
    for when, what in log:
        if what[0] == "mark":
            parts.append([(when, what)])
        else:
            parts[-1].append((when, what))
    return parts


def judge(left, prepared):
    """Looks at what was heard between the marks."""
    parts = segments(heard.listened(left / "listen.txt"))
    asked = [line.split() for line in open(prepared / "turns")]
    ended = [line.split() for line in open(left / "ended")]
    assert len(ended) == len(asked) == TURNS
    at, heard_some, notes = 0, 0, 0
    for (turn, piece, delay, kind), (_, last, status) in zip(asked, ended):
        where = f"{turn}: {piece}, {kind} after {int(delay) / 1000} ms"
        wanted = 128 + getattr(signal, "SIG" + last)
        assert int(status) == wanted, f"{where}: ended with {status}"
        if kind == "STOP":
            before = heard.balanced(parts[at], f"{where}, stopped")
            notes += before
            at += 1
            (mark, _), *rest = parts[at]
            first = next((when - mark for when, what in rest if what[0] == "on"), 9)
            assert not before or STOPPED < first < STOPPED + 0.2, f"{where}: plays after {first} s"
        count = heard.balanced(parts[at], where)
        notes += count
        heard_some += count > 0
        at += 1
    killed = 0
    for turn in range(5):
        killed += len(heard.faults(parts[at])[2])
        left_over = heard.faults(parts[at] + parts[at + 1])[2]
        assert not left_over, f"left sounding after a panic: {left_over}"
        at += 2
    assert heard_some > TURNS / 2, f"only {heard_some} of {TURNS} played at all"
    assert killed > 10, f"only {killed} keys sounded when it was killed"
    return f"{TURNS} signals, {notes} notes; {killed} keys silenced after a kill"


if __name__ == "__main__":
    command.run(judge, prepare)
