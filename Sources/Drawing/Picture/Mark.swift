import Music

/// What begins at a step: a bar, a group of its metre, a beat, or nothing.
public struct Mark: Hashable, Sendable {
  /// What begins there; the stronger, the greater.
  public enum Border: Int, Comparable, Hashable, Sendable {
    case none, beat, group, bar

    /// Weaker is less.
    public static func < (left: Border, right: Border) -> Bool { left.rawValue < right.rawValue }
  }

  /// The strongest of what begins there.
  public let border: Border

  /// The number under which it is counted, from 1 in each bar; nothing for steps between.
  public let count: Int?
}

extension Panel.Bar {
  /// What begins at each of its steps.
  ///
  /// Pulses of a quarter and more are counted, and beats that are divided have a border; of
  /// shorter pulses the groups are counted. Where a pulse is longer than a quarter, its quarters
  /// are the beats, and the pulses the groups.
  var marks: [Mark] {
    let pulse = range.count / metre.pulses
    let pulses = Set(stride(from: 0, to: range.count, by: pulse))
    let groups = Set(metre.boundaries.dropLast().map { $0 * pulse })
    let counted = metre.unit <= 4 ? pulses : groups
    let lines = metre.unit < 4 ? pulses : groups
    let beat = metre.unit < 4 ? pulse * metre.unit / 4 : pulse
    let isDivided = metre.unit <= 4 && beat > 1
    var count = 0
    return (0..<range.count).map { place in
      let isBeat = isDivided && place.isMultiple(of: beat)
      let border: Mark.Border = lines.contains(place) ? .group : isBeat ? .beat : .none
      guard counted.contains(place) else { return Mark(border: border, count: nil) }
      count += 1
      return Mark(border: place == 0 ? .bar : border, count: count)
    }
  }

  /// Its beats: the steps from each quarter, or shorter pulse, up to the next.
  func beats(of step: Fraction) throws(MusicError) -> [Range<Int>] {
    let pulse = range.count / metre.pulses
    let quarter = try Fraction(1) / step
    let length = metre.unit < 4 && quarter.denominator == 1 ? quarter.numerator : pulse
    return stride(from: range.lowerBound, to: range.upperBound, by: length).map {
      $0..<min($0 + length, range.upperBound)
    }
  }
}
