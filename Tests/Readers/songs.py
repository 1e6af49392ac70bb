"""Writes a song of 64 bars and 8 tracks with another program, again and again; prints the seconds a file.

    python songs.py mido|isobar

It has as many notes as the score that Jorga is timed with beside it, and each program makes them in its own usual way:
mido from lists of notes, isobar from patterns that a timeline plays. A program that is not installed is said to be
missing, with exit code 3.
"""

import io
import os
import sys
import tempfile
import time

BARS = 64
# Notes a bar of each track, on a grid of sixteenths.
TRACKS = [24, 32, 16, 16, 16, 16, 12, 8]


def with_mido():
    import mido

    def song():
        file = mido.MidiFile(ticks_per_beat=960)
        for number, notes in enumerate(TRACKS):
            track = mido.MidiTrack()
            file.tracks.append(track)
            track.append(mido.Message("program_change", channel=number, program=number))
            step = 4 * 960 // notes
            for note in range(notes * BARS):
                key = 36 + (note * 7) % 48
                velocity = 40 + (note * 13) % 80
                track.append(mido.Message("note_on", channel=number, note=key, velocity=velocity, time=0))
                track.append(mido.Message("note_off", channel=number, note=key, time=step))
        file.save(file=io.BytesIO())

    return song


def with_isobar():
    import isobar
    from isobar.io.midifile import MidiFileOutputDevice

    path = os.path.join(tempfile.mkdtemp(), "song.mid")

    def song():
        output = MidiFileOutputDevice(path)
        timeline = isobar.Timeline(120, output, clock_source=isobar.DummyClock())
        timeline.stop_when_done = True
        for number, notes in enumerate(TRACKS):
            count = notes * BARS
            timeline.schedule(
                {
                    "note": isobar.PSequence([36 + (n * 7) % 48 for n in range(notes)], BARS),
                    "amplitude": isobar.PSequence([40 + (n * 13) % 80 for n in range(notes)]),
                    "duration": isobar.PSequence([4 / notes], count),
                    "channel": number,
                }
            )
        timeline.run()
        output.write()

    return song


def main():
    try:
        song = {"mido": with_mido, "isobar": with_isobar}[sys.argv[1]]()
    except ImportError:
        sys.exit(3)
    times = []
    start = time.perf_counter()
    while not times or (time.perf_counter() - start < 2 and len(times) < 50):
        begin = time.perf_counter()
        song()
        times.append(time.perf_counter() - begin)
    print(min(times))


main()
