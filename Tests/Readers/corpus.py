"""Reads every MIDI file of a folder with two libraries that are not ours.

    python3 corpus.py FOLDER

One JSON object for all: by the name of the file and by the library, its notes as [begin, end, key,
velocity, channel] and its tempi as [tick, microseconds], in order, or an error. Ticks are absolute.
A note is a key that goes down and the first that goes up behind it; what never ends is left out.
symusic has no channels: they are 0.
"""

import json
import sys
from collections import defaultdict, deque
from pathlib import Path


def read_with_mido(path):
    import mido

    notes, tempi = [], []
    for track in mido.MidiFile(path).tracks:
        tick, sounding = 0, defaultdict(deque)
        for message in track:
            tick += message.time
            if message.type == "set_tempo":
                tempi.append([tick, message.tempo])
            elif message.type == "note_on" and message.velocity > 0:
                sounding[message.channel, message.note].append((tick, message.velocity))
            elif message.type in ("note_on", "note_off"):
                waiting = sounding[message.channel, message.note]
                if waiting:
                    begin, velocity = waiting.popleft()
                    notes.append([begin, tick, message.note, velocity, message.channel + 1])
    return {"notes": sorted(notes), "tempi": sorted(tempi)}


def read_with_symusic(path):
    import symusic

    score = symusic.Score(path)
    notes = [
        [note.time, note.time + note.duration, note.pitch, note.velocity, 0]
        for track in score.tracks
        for note in track.notes
    ]
    return {"notes": sorted(notes), "tempi": sorted([t.time, t.mspq] for t in score.tempos)}


def attempt(read, path):
    try:
        return read(path)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps({
        path.stem: {
            "mido": attempt(read_with_mido, path), "symusic": attempt(read_with_symusic, path),
        }
        for path in sorted(Path(sys.argv[1]).glob("*.mid"))
    }))
