"""A flood of controllers, on a knob of the score and on others, does not disturb what plays."""

import command
import heard

SONG = """tempo(120)
bars(64)
hat: s("hh*8")
lead: note("d3 a3 d4 a4").legato(1.2).velocity(cc(1).range(0.2, 0.9))
"""
HAT, STEP, GRAIN = 42, 0.25, 0.25e-3
COUNT = 20_000


def prepare(folder):
    """Writes the score and the flood: five bytes of a controller and its values a millisecond."""
    (folder / "knob.jorga").write_text(SONG)
    with open(folder / "flood", "w") as flood:
        for index in range(COUNT):
            number = (1, 74, 7, 11)[index % 4]
            print(index * 200, f"b0 {number:02x} {index * 7 % 128:02x}", file=flood)
            if index % 200 == 0:
                print(index * 200, "90 3c 40 80 3c 40", file=flood)


def judge(left, prepared):
    """The hat stands where it stands, and every note ends."""
    exit = (left / "exit").read_text().strip()
    assert exit == "130", f"ended with {exit}: {(left / 'said').read_text()}"
    log = heard.listened(left / "listen.txt")
    notes = heard.balanced(log, "flooded")
    hats = [when for when, what in log if what[0] == "on" and what[2] == HAT]
    wrong = [(when, after - when) for when, after in zip(hats, hats[1:]) if abs(after - when - STEP) > GRAIN]
    assert not wrong, f"the hat waits: {wrong[:5]}"
    assert len(hats) > 40, f"only {len(hats)} hats"
    velocities = {what[3] for _, what in log if what[0] == "on" and what[2] != HAT}
    assert len(velocities) > 1, f"the knob is not heard: {velocities}"
    return f"{COUNT} controllers, {notes} notes, {len(velocities)} velocities of the knob"


if __name__ == "__main__":
    command.run(judge, prepare)
