/// How a bar is counted: groups of pulses over a note value, such as 2+2+3 eighths.
///
/// 4/4 is two groups of two quarters, 6/8 two groups of three eighths. The groups say which
/// places of the bar are strong.
public struct Metre: Hashable, Sendable {
  /// The pulses of each group, in order; none is empty.
  public let groups: [Int]

  /// The note value of a pulse, as the number below the line: 4 for quarters, 8 for eighths.
  public let unit: Int

  /// The numbers of pulses that a bar may have.
  public static let pulseCounts = 1...64

  /// The note values that may stand below the line.
  public static let units = [1, 2, 4, 8, 16, 32, 64]

  /// A metre with its groups.
  ///
  /// - Returns: Nothing unless every group has a pulse, the bar has at most 64 pulses and the unit
  ///   is a power of two up to 64.
  public init?(groups: [Int], unit: Int) {
    guard
      !groups.isEmpty, groups.allSatisfy(Self.pulseCounts.contains),
      groups.count <= Self.pulseCounts.upperBound,
      Self.pulseCounts.contains(groups.reduce(0, +)), Self.units.contains(unit)
    else { return nil }
    self.groups = groups
    self.unit = unit
  }

  /// A metre with the groups that are usual for it.
  ///
  /// Threes for 3, 6, 9, 12 … pulses, twos otherwise with the rest in one three at the end; but
  /// 5 is 3+2, 8 eighths are 3+3+2, 10 eighths are 3+2+2+3, and 11 sixteenths are 2+2+3+2+2.
  public init?(pulses: Int, unit: Int) {
    guard Self.pulseCounts.contains(pulses) else { return nil }
    self.init(groups: Self.usualGroups(of: pulses, unit: unit), unit: unit)
  }

  private static func usualGroups(of pulses: Int, unit: Int) -> [Int] {
    switch (pulses, unit) {
    case (1...3, _): [pulses]
    case (5, _): [3, 2]
    case (8, 8): [3, 3, 2]
    case (9, 16): [2, 2, 2, 3]
    case (10, 8): [3, 2, 2, 3]
    case (11, 16): [2, 2, 3, 2, 2]
    case (_, _) where pulses.isMultiple(of: 3): Array(repeating: 3, count: pulses / 3)
    case (_, _) where pulses.isMultiple(of: 2): Array(repeating: 2, count: pulses / 2)
    default: Array(repeating: 2, count: (pulses - 3) / 2) + [3]
    }
  }

  /// Four quarters in two groups.
  public static let common = Metre(trusted: [2, 2], unit: 4)

  private init(trusted groups: [Int], unit: Int) {
    self.groups = groups
    self.unit = unit
  }

  /// The pulses of a bar: the number above the line.
  public var pulses: Int { groups.reduce(0, +) }

  /// The length of a bar in quarter notes.
  public var beats: Fraction { Fraction(pulses * 4, unit) }

  /// Whether the groups are those that ``init(pulses:unit:)`` gives.
  public var isUsual: Bool { groups == Self.usualGroups(of: pulses, unit: unit) }

  /// The beginnings of the groups in pulses, with the end of the bar as the last.
  public var boundaries: [Int] {
    groups.reduce(into: [0]) { sums, group in sums.append((sums.last ?? 0) + group) }
  }

  /// The pulses on which the bar is counted, from 0: all of them where they are quarters or longer,
  /// and otherwise the beginnings of the groups.
  public var countedPulses: [Int] {
    unit <= 4 ? Array(0..<pulses) : Array(boundaries.dropLast())
  }
}

extension Metre: CustomStringConvertible {
  /// The metre as it is written in a pattern file: `7/8 (3+2+2)`, the usual groups left out.
  public var description: String {
    let signature = "\(pulses)/\(unit)"
    guard !isUsual else { return signature }
    return "\(signature) (\(groups.map(String.init).joined(separator: "+")))"
  }
}
