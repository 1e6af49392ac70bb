"""What is played is what is written: by two programs that nobody here wrote, and in time."""

import shlex

import command
import heard

# Name, how it is written, how it is played.
PIECES = [
    ("players", "render Examples/09-four-players.jorga"),
    ("keys", "render Examples/18-between-the-keys.jorga --bars 1-4"),
    ("signals", "render Examples/19-signals.jorga --bars 1-6"),
    ("form", "render Examples/22-form.jorga --bars 20-30"),
    ("grooves", "render Examples/21-grooves.jorga --bars 1-6"),
    ("pattern", "render --pattern Examples/03-strokes.pattern --bars 4"),
    ("blend", "blend balbyrauyn-core house-classic --sweep 0:1 --bars 8"),
]


def prepare(folder):
    """Writes the pieces, and how they are played."""
    with open(folder / "pieces", "w") as pieces:
        for name, written in PIECES:
            verb, *arguments = shlex.split(written)
            command.jorga(verb, *arguments, "-o", folder / f"{name}.mid")
            played = [word for word in arguments if word != "--pattern"]
            print(name, shlex.join(played), file=pieces)
        print("file", folder_in_machine("form.mid"), file=pieces)
    (folder / "file.mid").write_bytes((folder / "form.mid").read_bytes())


def folder_in_machine(name):
    return f"/jorga/input/score/{name}"


def judge(left, prepared):
    """Compares content, and times with those of aplaymidi."""
    notes, worst = 0, {"jorga": [0, 0], "aplaymidi": [0, 0]}
    pieces = [line.split()[0] for line in open(prepared / "pieces")]
    for name in pieces:
        expected = heard.in_file(prepared / f"{name}.mid")
        off = {}
        for player in worst:
            folder = left / name / player
            exit = (folder / "exit").read_text().strip()
            assert exit == "0", f"{player} of {name} ended with {exit}: {(folder / 'said').read_text()}"
            off[player] = times(folder, expected, f"{name} by {player}")
            worst[player] = [max(pair) for pair in zip(worst[player], off[player])]
        notes += sum(what[0] == "on" for _, messages in expected for what in messages)
        for ours, theirs, grain in zip(off["jorga"], off["aplaymidi"], GRAINS):
            figure = f"{name}: {ours * 1e3:.2f} ms off, aplaymidi {theirs * 1e3:.2f} ms"
            assert ours <= max(theirs, grain), figure
    ours, theirs = ([f"{1e3 * value:.2f}" for value in worst[player]] for player in ("jorga", "aplaymidi"))
    return (f"{len(pieces)} pieces, {notes} notes; off by at most {ours[0]} ms, recorded {ours[1]} ms;"
            f" aplaymidi {theirs[0]} and {theirs[1]} ms")


# What may be off where aplaymidi happens to be better: one period of a queue at 6250 Hz and the time
# that it takes to read an event; for arecordmidi also the period of its own queue, at 1000 Hz.
GRAINS = [0.25e-3, 1.25e-3]


def times(folder, expected, where):
    """How far off times are, as listen hears them and as arecordmidi does; all content is right."""
    listened = heard.listened(folder / "listen.txt")
    recorded = heard.recorded(folder / "record.mid")
    try:
        heard.paired(expected, heard.dumped(folder / "dump.txt"))
        for what in (listened, recorded, heard.dumped(folder / "dump.txt")):
            others(expected, what)
        return [heard.spread(heard.paired(expected, what)) for what in (listened, recorded)]
    except AssertionError as error:
        raise AssertionError(f"{where}: {error}") from None


CHANNEL = ("controller", "program", "bend", "pressure", "key pressure")


def others(expected, received):
    """That programs, controllers and bends are the file's, in its order on each channel; what is
    added stands before the first note or behind the last."""
    for channel in range(16):
        def mine(what):
            return what[0] in CHANNEL and what[1] == channel
        wanted = [what for _, messages in expected for what in messages if mine(what)]
        sounding = [index for index, (_, what) in enumerate(received) if heard.is_note(what)]
        added = 0
        for index, (_, what) in enumerate(received):
            if not mine(what):
                continue
            if wanted and what == wanted[0]:
                wanted.pop(0)
            else:
                added += 1
                inside = sounding and sounding[0] < index < sounding[-1]
                assert not inside, f"heard {what}, which the file has not there; it has {wanted[:3]}"
        assert not wanted, f"never heard {wanted[:5]}"


if __name__ == "__main__":
    command.run(judge, prepare)
