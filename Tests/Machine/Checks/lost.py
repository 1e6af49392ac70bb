"""Destinations that go away, come back, or never read: others do not notice, none is left sounding."""

import mido

import command
import heard


def prepare(folder):
    """Writes long notes that overlap, and as many short ones as a full queue takes."""
    write(folder / "long.mid", [(0.25 * step, 1.9, 40 + step * 7 % 48, step % 3) for step in range(120)])
    write(folder / "dense.mid", [(0.01 * step, 0.008, 40 + step % 48, step % 16) for step in range(1500)])


def write(path, notes):
    """A file of notes (when, how long, key, channel), in seconds."""
    file = mido.MidiFile(ticks_per_beat=500)
    events = [(when, 1, "note_on", key, channel) for when, _, key, channel in notes]
    events += [(when + length, 0, "note_off", key, channel) for when, length, key, channel in notes]
    tick, track = 0, mido.MidiTrack()
    for when, _, kind, key, channel in sorted(events):
        due = round(when * 1000)
        track.append(mido.Message(kind, channel=channel, note=key, velocity=90, time=due - tick))
        tick = due
    file.tracks.append(track)
    file.save(path)


# As late as the queue can be, and what it takes to read an event.
GRAIN = 0.25e-3


def steady(log, expected, where):
    """That what was heard begins as the file does, in time, up to where it was stopped."""
    on = [(seconds, what) for seconds, messages in expected for what in messages if what[0] == "on"]
    struck = [(when, what) for when, what in log if what[0] == "on"]
    assert [what for _, what in struck] == [what for _, what in on[: len(struck)]], f"{where}: other notes"
    off = heard.spread([(seconds, when) for (seconds, _), (when, _) in zip(on, struck)])
    assert off < GRAIN, f"{where}: {1e3 * off:.2f} ms off"
    return heard.balanced(log, where)


def judge(left, prepared):
    """Looks at each."""
    long, dense = (heard.in_file(prepared / f"{name}.mid") for name in ("long", "dense"))
    for name, wanted in (("killed", "130"), ("cut", "130"), ("deaf", "0")):
        exit = (left / f"{name}.exit").read_text().strip()
        assert exit == wanted, f"{name}: ended with {exit}: {(left / f'{name}.said').read_text()}"
    notes = steady(heard.listened(left / "stays.txt"), long, "the one that stays")
    notes += steady(heard.listened(left / "dense.txt"), dense, "the one that reads")
    assert notes > 1500, notes

    for turn in range(6):
        dump = heard.dumped(left / f"dump.{turn}.txt")
        again, idle, sounding = heard.faults(dump)
        assert sum(what[0] == "on" for _, what in dump) > 3, f"destination {turn} heard nothing"
        assert not again and not idle, f"destination {turn}: {again} struck again, {idle} let go idly"
        assert turn < 5 or not sounding, f"the last destination is left sounding: {sounding}"

    other = heard.listened(left / "other.txt")
    apart = next(index for index, (_, what) in enumerate(other) if what[0] == "mark")
    again, idle, sounding = heard.faults(other)
    assert heard.faults(other[:apart])[2], "nothing sounded when it was disconnected"
    assert sum(what[0] == "on" for _, what in other[apart:]) > 3, "nothing heard when it came back"
    assert not sounding, f"left sounding after it was disconnected: {sounding}"
    assert not again and not idle, f"disconnected: {again} struck again, {idle} let go idly"
    return f"{notes} notes at those that stay; six destinations, each whole"


if __name__ == "__main__":
    command.run(judge, prepare)
