"""A synth that is played sounds when the file says."""

import array
import wave

import command
import heard

# The bell of a West African twelve-eight bar: no two bars of it turned fall on one another.
BELL = "high-block ~ high-block ~ high-block high-block ~ high-block ~ high-block ~ high-block"

# Fluidsynth begins a note with one of the next two periods of 64 frames; beside that, one period of
# the queue.
GRAIN = 2 * 64 / 48_000 + 0.25e-3


def prepare(folder):
    """Writes the piece, and the words that it is made of."""
    (folder / "bell").write_text(BELL)
    command.jorga("render", "--pattern", BELL, "--bars", 4, "--tempo", 130, "-o", folder / "bell.mid")


def onsets(path):
    """When something begins to sound, in seconds: where one millisecond is four times as loud as
    any of the twenty before, and in it the first sample that is louder than all those."""
    with wave.open(str(path)) as file:
        rate, channels = file.getframerate(), file.getnchannels()
        samples = array.array("h", file.readframes(file.getnframes()))[::channels]
    window = rate // 1000
    peaks = [max(map(abs, samples[at : at + window])) for at in range(0, len(samples), window)]
    found, last = [], -50
    for index, peak in enumerate(peaks):
        before = max(peaks[max(0, index - 20) : index], default=0)
        if peak > 100 and peak > 4 * before and index - last >= 20:
            first = next(at for at in range(index * window, len(samples)) if abs(samples[at]) > before + 20)
            found.append(first / rate)
            last = index
    return found


def judge(left, prepared):
    """Onsets are those of the file, as well as aplaymidi brings them about."""
    expected = [
        seconds
        for seconds, messages in heard.in_file(prepared / "bell.mid")
        if any(what[0] == "on" for what in messages)
    ]
    off = {}
    for player in ("jorga", "aplaymidi"):
        sounded = onsets(left / f"{player}.wav")
        assert len(sounded) == len(expected), f"{player}: {len(sounded)} onsets of {len(expected)}"
        off[player] = heard.spread(list(zip(expected, sounded)))
    figures = f"{1e3 * off['jorga']:.2f} ms off, aplaymidi {1e3 * off['aplaymidi']:.2f} ms"
    assert off["jorga"] <= max(off["aplaymidi"], GRAIN), figures
    return f"{len(expected)} onsets, {figures}"


if __name__ == "__main__":
    command.run(judge, prepare)
