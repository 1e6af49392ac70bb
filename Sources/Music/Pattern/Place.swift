/// Where in a text something was written, so that an editor can light it up.
///
/// Every place equals every other: two patterns that sound the same are equal wherever they were
/// written.
public struct Place: Sendable {
  /// The first character, counted from 0.
  public let start: Int

  /// How many characters.
  public let length: Int

  /// A place in a text.
  public init(start: Int, length: Int) {
    self.start = start
    self.length = length
  }

  /// No place: made by a program, not written.
  public static let none = Place(start: 0, length: 0)
}

extension Place: Hashable {
  /// Always true.
  public static func == (left: Place, right: Place) -> Bool { true }

  /// Feeds nothing, as all places are equal.
  public func hash(into hasher: inout Hasher) {}
}
