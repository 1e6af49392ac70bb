"""Edits of a score that plays are heard from a bar on, and what stays the same goes on unmoved."""

import command
import heard

# The hat and the held bass are in both; the other voice is a kick, or a tom on other places.
SONG = """title("Edited")
tempo(120)
bars(64)
hat: s("hh*8")
bass: note("d2 a2").legato(1.1).program("acoustic bass")
other: s("{}")
"""
FIRST, SECOND = "bd*4", "~ lt ~ lt"
DRUM, HAT, KICK, TOM = ("on", 9), 42, 36, 45
BAR, STEP = 2.0, 0.25

# As late as the queue can be, and what it takes to read an event.
GRAIN = 0.25e-3


def prepare(folder):
    """Writes both, and one that cannot be read."""
    (folder / "first.jorga").write_text(SONG.format(FIRST))
    (folder / "second.jorga").write_text(SONG.format(SECOND))
    (folder / "broken.jorga").write_text(SONG.format("[bd*4"))


def steady(name, log):
    """That the hat never waits, hurries or is struck twice; and nothing hangs."""
    notes = heard.balanced(log, name)
    hats = [when for when, what in log if what[:3] == (*DRUM, HAT)]
    gaps = [after - before for before, after in zip(hats, hats[1:])]
    wrong = [(when - hats[0], gap) for when, gap in zip(hats, gaps) if abs(gap - STEP) > GRAIN]
    assert not wrong, f"{name}: steps of {STEP} s of the hat are (where, how long): {wrong[:6]}"
    return notes, hats


def bars(log, start):
    """For each bar what is struck beside the hat: "first", "second", "both" or "none"."""
    count = int((log[-1][0] - start) / BAR)
    kinds = []
    for bar in range(count):
        begin = start + bar * BAR - 0.01
        keys = {what[2] for when, what in log if what[:2] == DRUM and begin <= when < begin + BAR}
        kinds.append({(True, False): "first", (False, True): "second", (True, True): "both"}.get(
            (KICK in keys, TOM in keys), "none"))
    return kinds


def taken_over(name, log, start, edits):
    """That each edit, (time, version), is heard from a bar on, at the latest the second after it; the
    seconds that it took."""
    kinds, late = bars(log, start), []
    for index, (when, version) in enumerate(edits):
        end = edits[index + 1][0] if index + 1 < len(edits) else log[-1][0]
        later = [bar for bar, kind in enumerate(kinds) if start + bar * BAR > when and kind == version]
        assert later, f"{name}: the edit was never heard: {kinds}"
        first = later[0]
        late.append(start + first * BAR - when)
        assert late[-1] <= 2 * BAR, f"{name}: heard {late[-1]:.1f} s after the edit"
        wrong = [bar for bar in range(first, int((end - start) / BAR)) if kinds[bar] != version]
        assert not wrong, f"{name}: bars {wrong} are not of the {version} version: {kinds}"
    return max(late)


def judge(left, prepared):
    """Looks at the three ways of editing."""
    logs = {name: heard.listened(left / f"{name}.txt") for name in ("well", "broken", "hundred")}
    said = {name: (left / f"{name}.said").read_text() for name in logs}
    notes, late = 0, 0
    for name, log in logs.items():
        exit = (left / f"{name}.exit").read_text().strip()
        assert exit == "130", f"{name}: ended with {exit}: {said[name]}"
        count, hats = steady(name, log)
        notes += count
        edits = [when for when, what in log if what[0] == "mark"]
        start = hats[0]
        versions = {"well": ["second", "first"], "broken": ["first", "second"], "hundred": None}[name]
        if versions:
            late = max(late, taken_over(name, log, start, list(zip(edits, versions))))
        else:
            assert len(edits) == 101, len(edits)
            late = max(late, taken_over(name, log, start, [(edits[-1], "second")]))
        kinds = bars(log, start)
        assert kinds[0] == "first" and "none" not in kinds and "both" not in kinds, f"{name}: {kinds}"
    assert "song.jorga:6:" in said["broken"] and "error" in said["broken"], said["broken"]
    return f"{notes} notes, an edit heard within {late:.1f} s"


if __name__ == "__main__":
    command.run(judge, prepare)
