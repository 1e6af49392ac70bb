/// The notes of a kuy: one scale near the nut, another high on the neck.
///
/// Degrees depend on the register and not on the octave: the low form is used in the opening zones
/// and the high form in the culminations. No triads are built on them; two strings sound together
/// as open drones, unisons, and fourths or fifths that move in parallel.
public struct KuyMode: Hashable, Sendable {
  /// A short name.
  public let name: String
  /// The notes near the nut.
  public let low: Scale
  /// The notes high on the neck.
  public let high: Scale
  /// How the dombyra is tuned for it.
  public let tuning: Dombyra
  /// The bare sound of two strings on which a piece ends: the lower key, then the upper.
  public let ending: [Key]
  /// The scores from which it was read, by their keys in `Patterns/README.md`.
  public let source: String

  /// The notes of a zone.
  public func scale(in zone: Dombyra.Zone) -> Scale { zone.isHigh ? high : low }

  /// The modes that were read from scores.
  public static let known: [KuyMode] = [
    KuyMode(
      "d", low: "d aeolian", high: "d dorian", .fourth, ending: [50, 57],
      source: "SAB-adai, SAB-alatau, SAB-qudasha"),
    KuyMode(
      "g", low: "g major", high: "g mixolydian", .fourth, ending: [55, 55],
      source: "SAB-balbyrauyn, DW-kenges"),
    KuyMode(
      "c", low: "c dorian", high: "c dorian", .fifth, ending: [48, 55], source: "SAB-aqsaq"),
    KuyMode(
      "g minor", low: "g aeolian", high: "g aeolian", .fourth, ending: [55, 55],
      source: "SAB-korogly: two flats; a flat is a passing lower neighbour"),
  ].compactMap(\.self)

  private init?(
    _ name: String, low: String, high: String, _ tuning: Dombyra, ending: [Int], source: String
  ) {
    guard let low = Scale(name: low), let high = Scale(name: high) else { return nil }
    self.name = name
    self.low = low
    self.high = high
    self.tuning = tuning
    self.ending = ending.map { Key(clamping: $0) }
    self.source = source
  }
}
