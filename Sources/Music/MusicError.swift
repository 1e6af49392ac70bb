/// What cannot be computed, although it can be written.
public enum MusicError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A numerator or denominator would not fit in 64 bits.
  case tooFine

  /// A piece has more notes than ``Bounds/events``, or takes more than ``Bounds/visits`` steps.
  case tooMuch

  /// What the user sees after `error:`.
  public var message: String {
    switch self {
    case .tooFine: "this divides time too finely"
    case .tooMuch: "this makes too many notes, or takes too many steps to find them"
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
