"""A master that is steady, jitters, stops, jumps or dries up is followed; and a clock is given."""

import random
import statistics

import command
import heard

SONG = """tempo(120)
bars(64)
hat: s("hh*8")
kick: s("bd ~ ~ ~")
lead: note("d3 a3 d4 a4").legato(1.2)
"""
HAT = 42
PER_BEAT = 24
# How much earlier or later a clock of the jittery master comes at most, in seconds; all as often.
JITTER = 0.004


class Master:
    """A schedule of bytes, and which clock of the song stands where: ticks by time."""

    def __init__(self):
        self.time = 0.0
        self.lines = []
        self.clocks = []  # (when, number of the clock in the song, section)
        self.silences = []  # (from, until): stopped
        self.position = 0
        self.section = 0

    def send(self, *bytes):
        self.lines.append((self.time, bytes))

    def start(self):
        self.position = 0
        self.section += 1
        self.send(0xFA)
        self.time += 0.005

    def resume(self, sixteenths):
        self.send(0xF2, sixteenths & 127, sixteenths >> 7)
        self.time += 0.01
        self.send(0xFB)
        self.time += 0.005
        self.position = sixteenths * 6
        self.section += 1

    def stop(self, seconds):
        self.send(0xFC)
        self.silences.append((self.time, self.time + seconds))
        self.time += seconds

    def wait(self, seconds):
        self.time += seconds

    def beats(self, count, tempo, jitter=0.0, chance=random.Random(3)):
        step = 60 / tempo / PER_BEAT
        for _ in range(round(count * PER_BEAT)):
            when = self.time + chance.uniform(-jitter, jitter)
            self.lines.append((when, (0xF8,)))
            self.clocks.append((self.time, self.position, self.section))
            self.position += 1
            self.time += step

    def write(self, path):
        with open(path, "w") as file:
            for when, bytes in sorted(self.lines, key=lambda line: line[0]):
                print(round(max(0, when) * 1e6), " ".join(f"{byte:02x}" for byte in bytes), file=file)


def masters():
    """What the five do."""
    steady = Master()
    steady.wait(0.5), steady.start(), steady.beats(24, 126)
    jittery = Master()
    jittery.wait(0.5), jittery.start(), jittery.beats(32, 118, jitter=JITTER)
    stopping = Master()
    stopping.wait(0.5), stopping.start(), stopping.beats(9.3, 120), stopping.stop(1.7)
    stopping.resume(34), stopping.beats(10, 120), stopping.stop(0.9)
    stopping.start(), stopping.beats(6, 100), stopping.stop(0.5)
    jumping = Master()
    jumping.wait(0.5), jumping.start(), jumping.beats(8, 120), jumping.beats(12, 150)
    jumping.resume(8), jumping.beats(12, 90)
    drying = Master()
    drying.wait(0.5), drying.start(), drying.beats(8.4, 120), drying.wait(2.3), drying.beats(12, 120)
    return {
        "steady": steady, "jittery": jittery, "stopping": stopping, "jumping": jumping, "drying": drying,
    }


def prepare(folder):
    """Writes the score and the schedules of the masters."""
    (folder / "follow.jorga").write_text(SONG)
    for name, master in masters().items():
        master.write(folder / f"{name}.master")


# How long a master may be silent before it is held, and what is heard of it until then.
HELD = 0.6


def errors(master, log, began, where):
    """How late each hat is, [(section, clocks since it began, seconds)], where the master stood on
    it; every hat that the master passed is there, and others only where it fell silent."""
    due = [
        (began + when, position, section)
        for when, position, section in master.clocks
        if position % 12 == 0
    ]
    hats = [when for when, what in log if what[:3] == ("on", 9, HAT)]
    assert hats, f"{where}: nothing is heard"
    times = [began + when for when, _, _ in master.clocks]
    ceased = [now for now, after in zip(times, times[1:] + [times[-1] + 9]) if after - now > 0.2]
    # A jump comes when the next clock would, of which what is next has been foretold.
    jumped = [
        now + 60 / 300 / PER_BEAT
        for now, (_, _, one), (_, _, other) in zip(times, master.clocks, master.clocks[1:])
        if one != other
    ]
    late, firsts, meant = [], {}, set()
    for when, position, section in due:
        nearest = min(hats, key=lambda hat: abs(hat - when))
        meant.add(nearest)
        late.append((section, position - firsts.setdefault(section, position), nearest - when))
    excused = [(time, time + HELD) for time in ceased] + [(time, time + 0.04) for time in jumped]
    more = [
        hat - began for hat in hats
        if hat not in meant and not any(begin < hat < end for begin, end in excused)
    ]
    assert not more, f"{where}: hats that the master has not, at {more[:5]} s"
    return late

# How far from the master it may be, in seconds, after the first beat.
LIMITS = {"steady": 0.001, "jittery": 0.004, "stopping": 0.001, "jumping": 0.004, "drying": 0.001}


def judge(left, prepared):
    """Looks at how each is followed."""
    notes, figures = 0, []
    for name, master in masters().items():
        exit = (left / f"{name}.exit").read_text().strip()
        assert exit == "130", f"{name}: ended with {exit}: {(left / f'{name}.said').read_text()}"
        log = heard.listened(left / f"{name}.txt")
        notes += heard.balanced(log, name)
        began = int((left / f"{name}.began").read_text()) / 1e9
        for begin, end in master.silences:
            stopped = (began + begin + 0.03, began + end)
            inside = [what for when, what in log if stopped[0] < when < stopped[1] and what[0] == "on"]
            assert not inside, f"{name}: struck while stopped: {inside[:4]}"
            before = [(when, what) for when, what in log if when < stopped[0]]
            assert not heard.faults(before)[2], f"{name}: sounds while stopped"
        late = errors(master, log, began, name)
        settled = [error for _, clocks, error in late if clocks >= PER_BEAT]
        figures.append((name, max(map(abs, settled))))
        worst = [
            (section, clocks, f"{1e3 * error:.2f} ms")
            for section, clocks, error in late
            if clocks >= PER_BEAT and abs(error) > LIMITS[name]
        ]
        assert not worst, f"{name}: out of phase (section, clocks, how far): {worst[:5]}"
        if name == "jittery":
            jitter = statistics.pstdev(settled)
            assert jitter < 0.6 * JITTER / 3**0.5, f"it jitters by {1e3 * jitter:.2f} ms itself"

    notes += given(left)
    text = ", ".join(f"{name} {1e3 * value:.1f}" for name, value in figures)
    return f"{notes} notes; off the master, ms: {text}"


def given(left):
    """That our own clock begins, ticks evenly, and stops, and that the hats stand on it."""
    log = heard.listened(left / "given.txt")
    transport = [what[0] for _, what in log if what[0] in ("start", "continue", "stop")]
    assert transport == ["start", "stop"], f"given: {transport}"
    started = next(when for when, what in log if what[0] == "start")
    clocks = [when for when, what in log if what[0] == "clock" and when >= started]
    gaps = [after - before for before, after in zip(clocks, clocks[1:])]
    step = 60 / 120 / PER_BEAT
    assert max(abs(gap - step) for gap in gaps) < 0.5e-3, f"given: clocks {min(gaps)} to {max(gaps)} s apart"
    hats = [when for when, what in log if what[0] == "on" and what[2] == HAT]
    assert len(hats) == 32, f"given: {len(hats)} hats"
    off = max(abs(hat - clocks[12 * index]) for index, hat in enumerate(hats))
    assert off < 0.5e-3, f"given: the hats are up to {off} s off the clock"
    return heard.balanced(log, "given")


if __name__ == "__main__":
    command.run(judge, prepare)
