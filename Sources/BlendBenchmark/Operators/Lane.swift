import Music

/// One of the three parts to which every kit is brought before it is judged.
enum Lane: Int, CaseIterable {
  case low, middle, high

  /// The lane in which a voice is heard: lines are heard in the middle.
  init(of voice: Voice) {
    self =
      switch voice.role {
      case .low, .drone: .low
      case .backbeat, .melodic: .middle
      case .timeline: .high
      }
  }

  /// Who plays the lane.
  var voice: Voice {
    switch self {
    case .low: "kick"
    case .middle: "snare"
    case .high: "hat"
    }
  }
}

extension Rhythm {
  /// The length of a bar of 4/4, in quarter notes: no more bars are taken than fit into it.
  private static let usualLength: Fraction = 4

  /// What sounds first, as long as a bar of 4/4 and at least a bar, played by a kick, a snare and a
  /// hat; each note is where it is written, and of two at one place in one lane the louder is kept.
  func inThreeVoices() throws -> Rhythm {
    let begin =
      bars.indices.first { index in
        parts.contains { !$0.notes(from: barLines[index], to: barLines[index + 1]).isEmpty }
      } ?? 0
    let most = try barLines[begin] + Self.usualLength
    let end = max(begin + 1, barLines.lastIndex { $0 <= most } ?? 0)
    let lanes = try Lane.allCases.map { lane in
      let notes = parts.filter { Lane(of: $0.voice) == lane }.flatMap {
        $0.notes(from: barLines[begin], to: barLines[end])
      }
      return Part(
        voice: lane.voice,
        notes: try notes.sorted { $0.velocity < $1.velocity }.map { note in
          note.shifted(by: .none).moved(to: try note.onset - barLines[begin])
        })
    }
    return try Rhythm(
      origin: origin, bars: Array(bars[begin..<end]), grid: grid, tempo: tempo, parts: lanes)
  }
}
