public import Music

/// What a picture of a rhythm cannot show, in words: what its letters mean, shifts and keys.
public struct Remarks: Hashable, Sendable {
  /// The strokes that are played, in the order of the letters; none where all are plain ones.
  public let strokes: [Stroke]

  /// What must be said of some voices, a sentence each.
  public let voices: [String]

  /// The remarks on a rhythm.
  public init(on rhythm: Rhythm) {
    let used = Set(rhythm.parts.flatMap { $0.notes.map(\.stroke) })
    let strokes = Stroke.allCases.filter { used.contains($0) }
    self.strokes = strokes == [.normal] ? [] : strokes
    let shifts = rhythm.parts.grouped { Self.shifts(of: $0.notes) }
    let keys = rhythm.parts.grouped { Self.keys(of: $0.notes) }
    voices = (shifts + keys).map { "\($0.voices): \($0.key)" }
  }

  /// The most values that are listed one by one.
  private static let mostValues = 64

  /// How late or early the notes are, or nothing where all are in place.
  private static func shifts(of notes: [Note]) -> String? {
    guard notes.contains(where: { $0.shift != .none }) else { return nil }
    return folded(notes.map(\.shift.inWords), separator: ", ")
  }

  private static func keys(of notes: [Note]) -> String? {
    guard notes.contains(where: { $0.key != nil }) else { return nil }
    let keys = notes.map { $0.key?.description ?? "." }
    return (Set(keys).count == 1 ? "key " : "keys ") + folded(keys, separator: " ")
  }

  /// A list of values, or the one that they all are.
  private static func folded(_ values: [String], separator: String) -> String {
    if Set(values).count == 1 { return values[0] }
    let shown = values.prefix(mostValues).joined(separator: separator)
    return values.count > mostValues ? "\(shown) and \(values.count - mostValues) more" : shown
  }
}

extension Shift {
  /// `10 ms late`, `1/96 note early`, `0`.
  var inWords: String {
    var parts: [String] = []
    if beats != 0 {
      let notes = (try? beats / 4) ?? beats
      let size = notes < 0 ? String(notes.description.dropFirst()) : notes.description
      parts.append("\(size) note \(beats > 0 ? "late" : "early")")
    }
    if microseconds != 0 {
      let size = Fraction(Int(clamping: microseconds.magnitude), 1000).decimal
      parts.append("\(size) ms \(microseconds > 0 ? "late" : "early")")
    }
    return parts.isEmpty ? "0" : parts.joined(separator: " and ")
  }
}
