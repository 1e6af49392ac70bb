import Drawing
import MIDI
import Music
import Scores

extension Song {
  /// The number of the first bar: 1, or 0 where it is a pickup.
  var firstNumber: Int { hasPickup ? 0 : 1 }
}

extension Arrangement {
  /// The shape of a whole piece, whose notes are in a timeline.
  init(of song: Song, _ timeline: Timeline) throws(MusicError) {
    let length = try song.length
    let begins = song.bars.map(\.begin) + [length]
    var sections: [Section] = []
    for (index, part) in song.sections.enumerated() {
      // The pickup belongs to what it leads to.
      let bars = index == 0 ? 0..<part.bars.upperBound : part.bars
      let metres = song.bars[part.bars].map(\.metre).reduce(into: [Metre]()) { metres, metre in
        if !metres.contains(metre) { metres.append(metre) }
      }
      sections.append(
        Section(
          name: part.name, bars: bars,
          tempo: timeline.tempi(from: begins[bars.lowerBound], to: begins[bars.upperBound]),
          metres: metres))
    }
    let tracks = song.tracks.map { label in
      let counts = timeline.notes(of: label, inBarsFrom: song.bars.map(\.begin))
      return Track(
        name: label,
        notes: zip(song.bars, counts).map { bar, count in
          song.sections[bar.section].plays(label) ? count : nil
        })
    }
    self.init(
      title: song.title, firstNumber: song.firstNumber, seconds: timeline.seconds(until: length),
      sections: sections, tracks: tracks)
  }
}

extension Timeline {
  /// The slowest and the fastest tempo between two times.
  fileprivate func tempi(from begin: Fraction, to end: Fraction) -> ClosedRange<Double> {
    let before = tempi.last { $0.time <= begin } ?? tempi[0]
    let inside = tempi.filter { begin < $0.time && $0.time < end }
    let rates = ([before] + inside).map(\.content.beatsPerMinute)
    return (rates.min() ?? 0)...(rates.max() ?? 0)
  }

  fileprivate func seconds(until end: Fraction) -> Double {
    tempi.indices.reduce(0) { seconds, index in
      let next = index + 1 < tempi.count ? tempi[index + 1].time : end
      let beats = next.approximation - tempi[index].time.approximation
      return seconds + beats * Double(tempi[index].content.microsecondsPerBeat) / 1e6
    }
  }

  /// How many notes a track begins in each bar.
  fileprivate func notes(of label: String, inBarsFrom begins: [Fraction]) -> [Int] {
    var counts = begins.map { _ in 0 }
    for track in tracks where track.player?.name == label {
      var bar = 0
      for note in track.notes {
        while bar + 1 < begins.count, begins[bar + 1] <= note.onset { bar += 1 }
        counts[bar] += 1
      }
    }
    return counts
  }
}
