import Music

/// Where the bands of a way stand: one for each stage below the other, and in each a row for every
/// voice, so that notes that stay stand below each other like the warp of a loom.
///
/// Time goes evenly to the right; a way of many bars has several lines of bands.
struct Loom {
  let transition: Transition
  /// The bars of each line of bands.
  let lines: [Range<Int>]
  /// The width of a quarter note.
  let beat: Double
  /// How far from the beginning of its cell a note stands, in quarter notes.
  let inset: Double
  /// When each note of each stage sounds, in quarter notes: where it belongs and its shift.
  private let times: [[Transition.Spot: Double]]
  /// How far to the right the bands begin.
  let labelWidth: Double

  /// The width of all bands, and how wide it may become where notes stand close.
  private static let (usualWidth, mostWidth) = (740.0, 2000.0)
  /// How far notes of a voice stand apart at least.
  private static let closest = 12.0
  /// The heights of rows at the ends and between, and what lies between bands and lines.
  private enum Room {
    static let endRow = 25.0
    static let row = 17.0
    static let gap = 46.0
    static let counts = 24.0
    static let lineGap = 48.0
  }
  /// The size of the names of voices.
  static let labelSize = 14.0

  init(_ transition: Transition) {
    self.transition = transition
    times = transition.stages.map { stage in
      stage.rhythm.parts.reduce(into: [:]) { times, part in
        for note in part.notes {
          times[Transition.Spot(part.voice, note.onset)] =
            note.onset.approximation
            + note.shift.beats(at: stage.rhythm.tempo.middle)
        }
      }
    }
    let lengths = transition.bars.map(\.beats.approximation)
    let least = transition.closest
    let most = lengths.max() ?? 1
    let wanted = Self.closest / least
    let fitting = max(1, Int(Self.usualWidth / (wanted * most)))
    let count = (lengths.count + fitting - 1) / fitting
    let bars = (lengths.count + count - 1) / count
    lines = stride(from: 0, to: lengths.count, by: bars).map {
      $0..<min($0 + bars, lengths.count)
    }
    let longest = lines.map { lengths[$0].reduce(0, +) }.max() ?? 1
    beat = min(max(Self.usualWidth / longest, wanted), Self.mostWidth / longest)
    inset = min(max(least, 0.25), 0.5) / 2
    width = longest * beat
    let names = transition.voices.map { $0.name.width(Self.labelSize) }
    labelWidth = max(names.max() ?? 0, 48) + 14
  }

  /// The width of the bands.
  let width: Double

  /// How high a line of bands is.
  private var lineHeight: Double {
    let bands = transition.stages.indices.map(height(of:)).reduce(0, +)
    return Room.counts + bands + Double(transition.stages.count - 1) * Room.gap
  }

  /// How high all lines are.
  var height: Double {
    Double(lines.count) * lineHeight + Double(lines.count - 1) * Room.lineGap
  }

  func isEnd(_ stage: Int) -> Bool { stage == 0 || stage == transition.stages.count - 1 }

  func rowHeight(_ stage: Int) -> Double { isEnd(stage) ? Room.endRow : Room.row }

  func height(of stage: Int) -> Double {
    Double(max(1, transition.voices.count)) * rowHeight(stage)
  }

  /// Where the band of a stage begins in a line.
  func top(of stage: Int, line: Int) -> Double {
    let above = (0..<stage).map { height(of: $0) + Room.gap }.reduce(0, +)
    return Double(line) * (lineHeight + Room.lineGap) + Room.counts + above
  }

  func bottom(of stage: Int, line: Int) -> Double {
    top(of: stage, line: line) + height(of: stage)
  }

  /// Where a row lies: its middle.
  func middle(of row: Int, stage: Int, line: Int) -> Double {
    top(of: stage, line: line) + (Double(row) + 0.5) * rowHeight(stage)
  }

  /// The time of a line's bars, in quarter notes.
  func time(of line: Int) -> (begin: Double, end: Double) {
    let barLines = transition.stages[0].rhythm.barLines
    return (
      barLines[lines[line].lowerBound].approximation,
      barLines[lines[line].upperBound].approximation
    )
  }

  /// Where a time lies in a line.
  func x(_ time: Double, line: Int) -> Double {
    labelWidth + (time - self.time(of: line).begin) * beat
  }

  /// Where a note of a voice stands; where it is not in the line, nothing.
  func place(of spot: Transition.Spot, stage: Int, line: Int) -> Point? {
    let onset = spot.onset.approximation
    let (begin, end) = time(of: line)
    guard begin <= onset, onset < end, let row = transition.voices.firstIndex(of: spot.voice) else {
      return nil
    }
    return Point(
      x: x(time(of: spot, stage: stage) + inset, line: line) + offset(of: spot.voice),
      y: middle(of: row, stage: stage, line: line))
  }

  private func time(of spot: Transition.Spot, stage: Int) -> Double {
    times[stage][spot] ?? spot.onset.approximation
  }

  /// How far to the right a note goes from a stage to the next; below zero to the left.
  func way(of link: Transition.Link, after stage: Int) -> Double {
    let way = time(of: link.to, stage: stage + 1) - time(of: link.from, stage: stage)
    return transition.round(way) * beat + offset(of: link.to.voice) - offset(of: link.from.voice)
  }

  /// How far beside the middle of its column a voice stands, so that threads of one column lie
  /// beside each other.
  private func offset(of voice: Voice) -> Double {
    let count = Double(transition.voices.count)
    let row = Double(transition.voices.firstIndex(of: voice) ?? 0)
    return (row - (count - 1) / 2) * min(2, 9 / max(1, count))
  }

  /// How large an accent of a stage is.
  func bead(_ stage: Int) -> Double {
    min(rowHeight(stage) * 0.4, max(2.5, transition.closest * beat * 0.42))
  }
}

extension Transition {
  /// The least time from one note of a voice to its next at any stage, in quarter notes.
  fileprivate var closest: Double {
    let gaps = stages.flatMap(\.rhythm.parts).flatMap { part in
      zip(part.notes, part.notes.dropFirst()).map { left, right in
        right.onset.approximation - left.onset.approximation
      }
    }
    return max(1.0 / 12, min(1, gaps.min() ?? 1))
  }
}

extension Shift {
  /// How far it is at a tempo in quarter notes a minute, in quarter notes.
  fileprivate func beats(at tempo: Double) -> Double {
    beats.approximation + Double(microseconds) * tempo / 60_000_000
  }
}
