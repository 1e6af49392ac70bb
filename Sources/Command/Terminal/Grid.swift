import Music

/// A rhythm drawn as rows of steps: one row a voice, a line at each bar and each beat.
struct Grid {
  private let rhythm: Rhythm
  private let isPlain: Bool
  private let isColoured: Bool
  /// The steps of each bar.
  private let stepCounts: [Int]
  /// The length of a step, in quarter notes.
  private let step: Fraction

  /// A picture of a rhythm: in nothing but ASCII where plain, accents bold where coloured.
  init(_ rhythm: Rhythm, isPlain: Bool, isColoured: Bool) throws(MusicError) {
    self.rhythm = rhythm
    self.isPlain = isPlain
    self.isColoured = isColoured
    let onsets = rhythm.parts.flatMap(\.notes).map(\.onset)
    let pulses = rhythm.bars.map { Fraction(4, $0.unit) }
    let stepsPerBeat = try Fraction.commonDenominator(of: onsets + pulses + [try rhythm.grid * 4])
    let step = Fraction(1, stepsPerBeat)
    self.step = step
    guard try rhythm.beats / step <= Fraction(Bounds.rowSteps) else { throw .tooFine }
    stepCounts = try rhythm.bars.map { bar throws(MusicError) in (try bar.beats / step).floor }
  }

  /// The lines of the picture; bars that do not fit beside each other stand below each other.
  func lines(columns: Int) throws(MusicError) -> [String] {
    let label = max(8, rhythm.parts.map(\.voice.name.count).max() ?? 0)
    var lines: [String] = []
    var bar = 0
    while bar < rhythm.bars.count {
      var end = bar + 1
      var width = label + 2 + self.width(of: bar)
      while end < rhythm.bars.count, width + self.width(of: end) <= columns {
        width += self.width(of: end)
        end += 1
      }
      if bar > 0 { lines.append("") }
      lines.append(padded("", label) + "  " + (bar..<end).map(counts).joined())
      for part in rhythm.parts { lines.append(try line(of: part, bar..<end, label: label)) }
      bar = end
    }
    return lines
  }

  /// The places of a bar, in steps, before which a beat line stands.
  private func beats(of bar: Int) -> Set<Int> {
    let metre = rhythm.bars[bar]
    let pulse = stepCounts[bar] / metre.pulses
    let isCounted = metre.unit <= 4
    let starts = isCounted ? Array(0..<metre.pulses) : Array(metre.boundaries.dropLast())
    return Set(starts.dropFirst().map { $0 * pulse })
  }

  private func width(of bar: Int) -> Int {
    2 * (stepCounts[bar] + beats(of: bar).count) + 2
  }

  /// The numbers of the beats above their steps.
  private func counts(of bar: Int) -> String {
    let beats = beats(of: bar)
    var text = padded("1", 2)
    var number = 1
    for place in 1..<max(1, stepCounts[bar]) {
      if beats.contains(place) {
        number += 1
        text += "  " + padded("\(number)", 2)
      } else {
        text += "  "
      }
    }
    return "  " + text
  }

  private func line(
    of part: Rhythm.Part, _ bars: Range<Int>, label: Int
  ) throws(MusicError) -> String {
    var strokes: [Int: Stroke] = [:]
    let (begin, end) = (rhythm.barLines[bars.lowerBound], rhythm.barLines[bars.upperBound])
    for note in part.notes(from: begin, to: end) {
      strokes[(try note.onset / step).floor] = note.stroke
    }
    let barLine = isPlain ? "|" : "│"
    var text = padded(part.voice.name, label) + " "
    for bar in bars {
      let start = (try rhythm.barLines[bar] / step).floor
      let beats = beats(of: bar)
      text += barLine + " "
      for place in 0..<stepCounts[bar] {
        if beats.contains(place) { text += isPlain ? ": " : "┊ " }
        text += sign(for: strokes[start + place]) + " "
      }
    }
    return text + barLine
  }

  private func sign(for stroke: Stroke?) -> String {
    guard let stroke else { return isPlain ? "." : "·" }
    let letter = String(stroke.rawValue)
    guard isColoured else { return letter }
    if stroke.isAccented { return "\u{1B}[1m\(letter)\u{1B}[0m" }
    return stroke == .ghost ? "\u{1B}[2m\(letter)\u{1B}[0m" : letter
  }
}

/// A text with blanks behind it up to a width.
func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
