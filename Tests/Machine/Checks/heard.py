"""What a file holds, what was heard, and how the two compare.

A message is a tuple: ("on" | "off", channel, key, velocity), ("controller", channel, number, value),
("program", channel, number), ("bend", channel, value), ("pressure", channel, value) or
("key pressure", channel, key, value); channels from 0. Times are seconds.
"""

import re
from collections import Counter
from itertools import islice
from pathlib import Path

import mido


def message(read):
    """A message as mido read it; nothing of what is not for a channel."""
    match read.type:
        case "note_on" | "note_off":
            on = read.type == "note_on" and read.velocity > 0
            return ("on" if on else "off", read.channel, read.note, read.velocity)
        case "control_change":
            return ("controller", read.channel, read.control, read.value)
        case "program_change":
            return ("program", read.channel, read.program)
        case "pitchwheel":
            return ("bend", read.channel, read.pitch)
        case "aftertouch":
            return ("pressure", read.channel, read.value)
        case "polytouch":
            return ("key pressure", read.channel, read.note, read.value)
    return None


def in_file(path):
    """The messages of a file by their ticks: [(seconds, [message])], in order of time."""
    file = mido.MidiFile(path)
    groups, tick, seconds, tempo = [], 0, 0.0, 500_000
    for event in mido.merge_tracks(file.tracks):
        tick += event.time
        seconds += mido.tick2second(event.time, file.ticks_per_beat, tempo)
        if event.type == "set_tempo":
            tempo = event.tempo
        if heard := message(event):
            if not groups or groups[-1][0] != tick:
                groups.append((tick, seconds, []))
            groups[-1][2].append(heard)
    return [(seconds, messages) for _, seconds, messages in groups]


def tempo_of(path):
    """How long a quarter note lasts in a file of one tempo, in seconds."""
    events = mido.merge_tracks(mido.MidiFile(path).tracks)
    tempi = {event.tempo for event in events if event.type == "set_tempo"}
    assert len(tempi) == 1, tempi
    return tempi.pop() / 1e6


def recorded(path):
    """What arecordmidi heard: [(seconds, message)]."""
    return [(seconds, heard) for seconds, messages in in_file(path) for heard in messages]


def listened(path, stamps=False):
    """What listen heard: [(seconds, message)], by the clock of the machine or that of queue 0."""
    lines = []
    for line in Path(path).read_text().splitlines():
        clock, stamp, kind, *values = line.split()
        lines.append((int(stamp if stamps else clock) / 1e9, (kind, *map(int, values))))
    return lines


DUMPED = [
    ("on", r"Note on +(\d+), note (\d+), velocity (\d+)"),
    ("off", r"Note off +(\d+), note (\d+), velocity (\d+)"),
    ("controller", r"Control change +(\d+), controller (\d+), value (\d+)"),
    ("program", r"Program change +(\d+), program (\d+)"),
    ("bend", r"Pitch bend +(\d+), value (-?\d+)"),
    ("pressure", r"Channel aftertouch +(\d+), value (\d+)"),
    ("key pressure", r"Polyphonic aftertouch +(\d+), note (\d+), value (\d+)"),
]


def dumped(path):
    """What aseqdump heard, without times: [(None, message)]."""
    messages = []
    for line in Path(path).read_text().splitlines():
        for kind, form in DUMPED:
            if found := re.search(form, line):
                values = tuple(map(int, found.groups()))
                messages.append((None, ("off" if kind == "on" and values[2] == 0 else kind, *values)))
    return messages


def is_note(heard):
    return heard[0] in ("on", "off")


def paired(expected, heard, wanted=is_note):
    """The times of the file beside those at which the same messages were heard, in order; within
    one tick of the file any order is right. What is not the same is an error."""
    left = iter([(when, what) for when, what in heard if wanted(what)])
    pairs = []
    for seconds, messages in expected:
        messages = [what for what in messages if wanted(what)]
        now = list(islice(left, len(messages)))
        if Counter(messages) != Counter(what for _, what in now):
            raise AssertionError(f"at {seconds:.3f} s {sorted(messages)}, but heard {now}")
        pairs += [(seconds, when) for when, _ in now]
    if more := list(left):
        raise AssertionError(f"heard {len(more)} more than the file has: {more[:5]}")
    return pairs


def spread(pairs):
    """How far times are off the file's, in seconds, the first of the piece wherever it is."""
    late = [when - seconds for seconds, when in pairs]
    return max(late) - min(late)


def faults(heard):
    """How often a key is struck that sounds, let go that does not, and which are left sounding,
    where controllers 120 and 123 silence a channel."""
    sounding, again, idle = set(), 0, 0
    for _, what in heard:
        if what[0] == "on":
            again += what[1:3] in sounding
            sounding.add(what[1:3])
        elif what[0] == "off":
            idle += what[1:3] not in sounding
            sounding.discard(what[1:3])
        elif what[0] == "controller" and what[2] in (120, 123):
            sounding = {key for key in sounding if key[0] != what[1]}
    return again, idle, sorted(sounding)


def balanced(heard, where):
    """That notes on and notes off are as many, and as many for each key; how many they are."""
    again, idle, left = faults(heard)
    on = sum(what[0] == "on" for _, what in heard)
    off = sum(what[0] == "off" for _, what in heard)
    problem = f"{where}: {on} notes on, {off} off; {again} struck again, {idle} let go idly, left: {left}"
    assert on == off and not again and not idle and not left, problem
    return on
