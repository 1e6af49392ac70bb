import Music

/// Writes a part as a row of steps, and below it what the steps cannot say.
struct RowWriter {
  /// The steps of each bar.
  private let stepCounts: [Int]
  /// The length of a step, in quarter notes.
  private let step: Fraction

  init(bars: [Metre], grid: Fraction) throws(MusicError) {
    let step = try grid * 4
    self.step = step
    stepCounts = try bars.map { bar throws(MusicError) in (try bar.beats / step).floor }
  }

  func lines(of part: Rhythm.Part) throws(MusicError) -> [(label: String, text: String)] {
    let holds = try holds(of: part.notes)
    var lines = [(part.voice.name, try row(of: part.notes, holds: holds))]
    for property in RowProperty.allCases {
      guard let text = try text(of: property, part, holds: holds) else { continue }
      lines.append(("\(part.voice).\(property.rawValue)", text))
    }
    return lines
  }

  private func row(of notes: [Note], holds: [Int]?) throws(MusicError) -> String {
    var steps = Array(repeating: Character("."), count: stepCounts.reduce(0, +))
    for (index, note) in notes.enumerated() {
      let place = (try note.onset / step).floor
      steps[place] = note.stroke.rawValue
      for hold in 0..<(holds?[index] ?? 0) { steps[place + 1 + hold] = "-" }
    }
    var bars = ""
    var begin = 0
    for count in stepCounts {
      bars += "| \(String(steps[begin..<begin + count])) "
      begin += count
    }
    return bars + "|"
  }

  /// How many steps each note is held, or nothing where the lengths are not such.
  private func holds(of notes: [Note]) throws(MusicError) -> [Int]? {
    var holds: [Int] = []
    let end = try step * Fraction(stepCounts.reduce(0, +))
    for (index, note) in notes.enumerated() {
      let count = try note.length / step
      let next = index + 1 < notes.count ? notes[index + 1].onset : end
      guard count.denominator == 1, try note.onset + note.length <= next else { return nil }
      holds.append(count.numerator - 1)
    }
    return holds
  }

  private func text(
    of property: RowProperty, _ part: Rhythm.Part, holds: [Int]?
  ) throws(MusicError) -> String? {
    let notes = part.notes
    switch property {
    case .velocity: return velocities(of: part)
    case .length:
      guard holds == nil else { return nil }
      return folded(try notes.map { note throws(MusicError) in (try note.length / 4).description })
    case .shift:
      guard notes.contains(where: { $0.shift != .none }) else { return nil }
      return folded(try notes.map { note throws(MusicError) in try note.shift.written() })
    case .feel: return part.feel?.written
    case .key:
      guard notes.contains(where: { $0.key != nil }) else { return nil }
      return folded(notes.map { $0.key?.description ?? "." })
    case .evidence: return part.evidence?.rawValue
    }
  }

  /// Levels for the letters where each letter has one, else a list.
  private func velocities(of part: Rhythm.Part) -> String? {
    let byStroke = Dictionary(grouping: part.notes, by: \.stroke).mapValues {
      Set($0.map(\.velocity))
    }
    guard byStroke.values.allSatisfy({ $0.count == 1 }) else {
      return folded(part.notes.map { "\($0.velocity.value)" })
    }
    let levels = Stroke.allCases.compactMap { stroke -> String? in
      guard let velocity = byStroke[stroke]?.first,
        velocity != part.voice.usualVelocity(of: stroke)
      else { return nil }
      return "\(stroke.rawValue)=\(velocity.value)"
    }
    return levels.isEmpty ? nil : levels.joined(separator: " ")
  }

  /// A list of values, or the one that they all are.
  private func folded(_ values: [String]) -> String {
    Set(values).count == 1 ? values[0] : values.joined(separator: " ")
  }
}

extension Shift {
  /// The shift as a pattern file writes it.
  fileprivate func written() throws(MusicError) -> String {
    var text = ""
    if beats != 0 {
      let value = try beats / 4
      text += "\(value > 0 ? "+" : "")\(value)"
    }
    if microseconds != 0 {
      text += "\(microseconds > 0 ? "+" : "")\(Fraction(microseconds, 1000).decimal)ms"
    }
    return text.isEmpty ? "0" : text
  }
}
