/// What cannot be computed, although it can be written.
public enum MusicError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A numerator or denominator would not fit in 64 bits.
  case tooFine

  /// A span of a pattern has more events than ``Bounds/events``, or more steps than
  /// ``Bounds/visits``.
  case tooMuch

  /// What the user sees after `error:`.
  public var message: String {
    switch self {
    case .tooFine: "this divides time too finely"
    case .tooMuch: "this makes more than \(Bounds.events) notes"
    }
  }

  /// What to do about it, as an instruction.
  public var advice: String {
    switch self {
    case .tooFine: "use speeds, weights and step counts with fewer digits"
    case .tooMuch: "ask for fewer bars, or write fewer steps"
    }
  }

  /// The message and, on the next line, the advice.
  public var description: String { "\(message)\n\(advice)" }
}
