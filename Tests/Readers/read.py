"""Reads Standard MIDI Files with a library that is not ours, and prints what it found.

    python3 read.py READER FILE...

READER is `mido` or `symusic`. One JSON object a file, one file a line; ticks are absolute:

    ticksPerBeat, format, tempi [tick, microseconds a beat], metres [tick, numerator, denominator],
    markers [tick, text], texts [tick, text], tracks:
        name, instrument, notes [on, off, key, velocity, channel from 1], programs from 0, end,
        others: [tick, kind, values] of everything else

What a library does not keep is null: symusic has neither the format nor texts, of the channels only
whether it is the drums', and it leaves out tracks without notes and markers without text.
"""

import json
import sys
from collections import defaultdict, deque


def read_with_mido(path):
    import mido

    file = mido.MidiFile(path, charset="utf-8")
    tempi, metres, markers, texts, tracks = [], [], [], [], []
    for chunk in file.tracks:
        tick, name, instrument, notes, programs, others = 0, None, None, [], [], []
        sounding = defaultdict(deque)
        for message in chunk:
            tick += message.time
            match message.type:
                case "track_name":
                    name = message.name if name is None else name
                case "set_tempo":
                    tempi.append([tick, message.tempo])
                case "time_signature":
                    metres.append([tick, message.numerator, message.denominator])
                case "marker":
                    markers.append([tick, message.text])
                case "text":
                    texts.append([tick, message.text])
                case "program_change":
                    programs.append(message.program)
                case "note_on" if message.velocity > 0:
                    key = (message.channel, message.note)
                    sounding[key].append((tick, message.velocity))
                case "note_on" | "note_off":
                    begin, velocity = sounding[message.channel, message.note].popleft()
                    notes.append(
                        [begin, tick, message.note, velocity, message.channel + 1])
                case "end_of_track":
                    pass
                case "instrument_name":
                    instrument = message.name
                case "lyrics" | "cue_marker":
                    others.append([tick, message.type, message.text])
                case "key_signature":
                    others.append([tick, message.type, message.key])
                case "control_change":
                    others.append(
                        [tick, message.type,
                         f"{message.channel + 1} {message.control} {message.value}"])
                case "pitchwheel":
                    others.append(
                        [tick, message.type, f"{message.channel + 1} {message.pitch}"])
                case "sysex":
                    others.append([tick, message.type, bytes(message.data).hex()])
                case other:
                    raise ValueError(f"{path}: nobody writes '{other}'")
        if any(sounding.values()):
            raise ValueError(f"{path}: a note of '{name}' never ends")
        tracks.append({
            "name": name, "instrument": instrument, "notes": sorted(notes), "programs": programs,
            "end": tick, "others": others,
        })
    return {
        "ticksPerBeat": file.ticks_per_beat, "format": file.type, "tracks": tracks,
        "tempi": tempi, "metres": metres, "markers": markers, "texts": texts,
    }


def read_with_symusic(path):
    import symusic

    score = symusic.Score(path)
    tracks = [
        {
            "name": track.name,
            "notes": sorted(
                [note.time, note.time + note.duration, note.pitch, note.velocity,
                 10 if track.is_drum else None]
                for note in track.notes
            ),
            "programs": [track.program],
            "instrument": None,
            "end": None,
            "others": None,
        }
        for track in score.tracks
    ]
    return {
        "ticksPerBeat": score.ticks_per_quarter, "format": None, "tracks": tracks,
        "tempi": [[tempo.time, tempo.mspq] for tempo in score.tempos],
        "metres": [[m.time, m.numerator, m.denominator] for m in score.time_signatures],
        "markers": [[marker.time, marker.text] for marker in score.markers],
        "texts": None,
    }


READERS = {"mido": read_with_mido, "symusic": read_with_symusic}

if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in READERS:
        sys.exit(__doc__)
    for path in sys.argv[2:]:
        print(json.dumps(READERS[sys.argv[1]](path), ensure_ascii=False))
