/// How far each aspect of a rhythm is on its way in a blend.
///
///     Amounts(Amount(0.5))                     // everything half way
///     Amounts(Amount(1), only: [.accents])     // the first rhythm with the second's accents
public struct Amounts: Hashable, Sendable {
  /// An aspect of a rhythm that can be blended apart from the others.
  public enum Aspect: String, CaseIterable, Hashable, Sendable {
    /// Where notes stand, and which there are.
    case onsets
    /// How hard they are struck, and with which stroke.
    case accents
    /// How early or late they sound: micro-timing and feel, and the usual tempo.
    case timing
    /// How long they last.
    case lengths
    /// Which voice plays them, and on which key.
    case voices
  }

  /// How far places and presence of notes are.
  public var onsets: Amount
  /// How far velocities and strokes are.
  public var accents: Amount
  /// How far micro-timing and tempo are.
  public var timing: Amount
  /// How far lengths are.
  public var lengths: Amount
  /// How far voices and keys are.
  public var voices: Amount

  /// The same amount for all aspects.
  public init(_ amount: Amount) {
    (onsets, accents, timing, lengths, voices) = (amount, amount, amount, amount, amount)
  }

  /// An amount for some aspects; the others stay at the first rhythm.
  public init(_ amount: Amount, only aspects: some Sequence<Aspect>) {
    self.init(Amount(step: 0))
    for aspect in aspects { self[aspect] = amount }
  }

  /// The amount of one aspect.
  public subscript(aspect: Aspect) -> Amount {
    get {
      switch aspect {
      case .onsets: onsets
      case .accents: accents
      case .timing: timing
      case .lengths: lengths
      case .voices: voices
      }
    }
    set {
      switch aspect {
      case .onsets: onsets = newValue
      case .accents: accents = newValue
      case .timing: timing = newValue
      case .lengths: lengths = newValue
      case .voices: voices = newValue
      }
    }
  }

  /// The amount of all aspects, where they are alike.
  public var common: Amount? {
    let isCommon =
      onsets == accents && onsets == timing && onsets == lengths && onsets == voices
    return isCommon ? onsets : nil
  }

  /// The amounts seen from the other rhythm.
  public var reversed: Amounts {
    var reversed = self
    for aspect in Aspect.allCases { reversed[aspect] = self[aspect].reversed }
    return reversed
  }
}

extension Amounts: CustomStringConvertible {
  /// The amount in per cent where all are alike, such as `40%`; else each that is not zero, such as
  /// `onsets 20%, accents 100%`.
  public var description: String {
    if let common { return common.description }
    return Aspect.allCases.filter { self[$0].step > 0 }.map { "\($0) \(self[$0])" }
      .joined(separator: ", ")
  }
}
