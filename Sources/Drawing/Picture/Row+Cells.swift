import Music

extension Panel.Row {
  init(
    _ part: Rhythm.Part, of rhythm: Rhythm, steps: Int, beats: [Range<Int>], step: Fraction
  ) throws(MusicError) {
    var cells = Array(repeating: Panel.Cell.gap, count: steps)
    for note in part.notes { cells[(try note.onset / step).floor] = .note(note.stroke) }
    for beat in beats {
      let width = beat.count / Self.parts(of: beat, in: cells)
      for place in stride(from: beat.lowerBound, to: beat.upperBound, by: width)
      where cells[place] == .gap {
        cells[place] = .rest
      }
    }
    if part.voice.isSustained {
      for note in part.notes { try Self.hold(note, step: step, in: &cells) }
    }
    let letter = part.evidence == rhythm.origin.evidence ? nil : part.evidence
    self.init(voice: part.voice, evidence: letter, cells: cells)
  }

  /// The row as a pattern file writes it, the bars between lines.
  func written(in bars: [Panel.Bar]) -> String {
    let words = bars.map { bar in
      String(
        cells[bar.range].compactMap { cell -> Character? in
          switch cell {
          case .gap: nil
          case .rest: "."
          case .hold: "-"
          case .note(let stroke): stroke.rawValue
          }
        })
    }
    return words.joined(separator: " | ")
  }

  /// Into how many equal parts a beat is divided, so that its notes lie on them.
  ///
  /// Four where they do, else two or three, else as few as will do: so a triplet is seen as one
  /// among sixteenths, although both lie on forty-eighths.
  private static func parts(of beat: Range<Int>, in cells: [Panel.Cell]) -> Int {
    let count = beat.count
    let notes = beat.filter { cells[$0] != .gap }.map { $0 - beat.lowerBound }
    let candidates = [4, 2, 3] + (5...max(5, count))
    return candidates.first { parts in
      count.isMultiple(of: parts) && notes.allSatisfy { $0.isMultiple(of: count / parts) }
    } ?? count
  }

  /// Draws a note on while it sounds, if it lasts past the next step of its voice.
  private static func hold(
    _ note: Note, step: Fraction, in cells: inout [Panel.Cell]
  ) throws(MusicError) {
    let begin = (try note.onset / step).floor
    let end = min(cells.count, (try (note.onset + note.length) / step).ceiling)
    guard begin + 1 < end else { return }
    let free = cells[begin + 1..<end].prefix { $0 == .gap || $0 == .rest }
    guard free.contains(.rest) else { return }
    for place in free.indices { cells[place] = .hold }
  }
}

extension Voice {
  /// Whether it is plucked, sung or blown, so that its notes last; a drum's die away by themselves.
  fileprivate var isSustained: Bool {
    switch Self.known[name] ?? .melody {
    case .bass, .melody: true
    default: false
    }
  }
}
