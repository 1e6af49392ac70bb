"""An hour of eight tracks: on time to the end, in the same memory, with little of the processor."""

import command
import heard

# Eight tracks, four bars of their own each; a tempo by which no bar is a whole number of anything.
SONG = """title("An hour")
tempo(123)
bars(64)
seed(5)
drums:  blend(pattern("balbyrauyn-core"), pattern("house-classic"), ramp(0, 1, 64))
hats:   s("hh*8").swing(54%)
bass:   note("<d2 d2 g2 a2>").struct("x ~ x x").legato(0.8).program("synth bass 1")
chords: note("<[d3,a3,f4] [g3,d4,bb4]>").slow(2).velocity(0.4).program("warm pad")
lead:   n("0 2 ~ 4 [5 4] ~ 2 ~").scale("d dorian", near: 74).every(4, x => x.rev()).program("kalimba")
wood:   s("high-block(5,16)").degradeBy(0.2)
bell:   s("cowbell(3,8)").velocity(sine.range(0.3, 0.8).slow(8))
strings: note("<d4 f4 a4 g4>").slow(4).volume(sine.range(0.4, 0.9).slow(16)).program("string ensemble 1")
"""
SECONDS = 3600
# A tick of the file, in seconds: the song has 960 a quarter note.
TICK = 60 / 123 / 960
RESOLUTION = 250  # how often a second the kernel looks for what is due
TICKS_A_SECOND = 100  # of /proc/PID/stat


def prepare(folder):
    """Writes the score, and the file of one round of it."""
    (folder / "hour.jorga").write_text(SONG)
    command.jorga("render", folder / "hour.jorga", "-o", folder / "hour.mid")


def judge(left, prepared):
    """Compares each round with the file, and the memory with that of the first minutes."""
    exit = (left / "exit").read_text().strip()
    assert exit == "130", f"ended with {exit}: {(left / 'said').read_text()}"
    log = heard.listened(left / "listen.txt", stamps=True)
    on = [(when, what) for when, what in log if what[0] == "on"]
    once = [
        (seconds, what)
        for seconds, messages in heard.in_file(prepared / "hour.mid")
        for what in sorted(messages) if what[0] == "on"
    ]
    length = heard.tempo_of(prepared / "hour.mid") * 64 * 4
    rounds = on[-1][0] - on[0][0]
    assert rounds > SECONDS - 5, f"only {rounds:.0f} s were played"
    late = []
    for index, (when, _) in enumerate(on):
        turn, place = divmod(index, len(once))
        late.append(when - on[0][0] - turn * length - once[place][0])
    heard_once = sorted(what for _, what in on[: len(once)])
    assert heard_once == sorted(what for _, what in once), "the first round is not that of the file"
    early = sum(late[:500]) / 500
    drift = sum(late[-500:]) / 500 - early
    spread = max(late) - min(late)
    assert abs(drift) < TICK, f"drifted {1e3 * drift:.3f} ms in an hour"
    assert spread < 1 / RESOLUTION + 0.25e-3, f"some are {1e3 * spread:.2f} ms later than others"
    notes = heard.balanced(log, "hour")

    taken = [list(map(int, line.split())) for line in open(left / "taken")]
    figures = {minutes: (rss, peak, ticks / TICKS_A_SECOND) for minutes, peak, rss, ticks in taken}
    grown = figures[60][0] - figures[5][0]
    cpu = (figures[60][2] - figures[1][2]) / (59 * 60)
    text = (f"{notes} notes, {rounds:.0f} s; drift {1e3 * drift:.3f} ms, spread {1e3 * spread:.2f} ms;"
            f" memory {figures[60][0] // 1024} MB, {grown:+d} kB since the fifth minute;"
            f" CPU {100 * cpu:.2f} %")
    assert figures[60][1] - figures[5][1] < 1024, f"memory grows for a while: {figures}"
    assert grown < 1024, f"memory grows: {figures}"
    assert cpu < 0.02, text
    return text


if __name__ == "__main__":
    command.run(judge, prepare)
