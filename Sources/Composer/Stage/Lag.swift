public import Music

/// A blend in which some voices set out later than others, and all arrive together.
///
/// Hats, shakers and bells go ahead, backbeats and lines follow, what is low or held comes last: at the amount
/// t a voice whose order is o, from 0 to 1, is at t (1 + lag) − lag · o, or at the nearer end.
///
/// Laws: without a lag every voice is at t; at 0 all are at 0, at 1 all are at 1; no voice goes back
/// while t grows.
public struct Lag: Hashable, Sendable {
  /// How much later the last voices are: from 0 for not at all to 8, almost one voice at a time.
  public static let lags = Fraction(0)...8

  /// The lag, one of ``lags`` in steps of 1/65536.
  public let lag: Fraction

  /// A lag; beyond its range it is the nearer end.
  public init(_ lag: Fraction) {
    let bounded = min(max(lag, Self.lags.lowerBound), Self.lags.upperBound)
    self.lag = Fraction(bounded.steps(Amount.steps), Amount.steps)
  }

  /// The amount at which a voice is when the whole is at some amount.
  public func amount(of role: Voice.Role, at amount: Amount) -> Amount {
    let scale = Amount.steps
    let steps = lag.numerator * (scale / lag.denominator)
    let order =
      switch role {
      case .timeline: 0
      case .backbeat, .melodic: scale / 2
      case .low, .drone: scale
      }
    return Amount(step: (amount.step * (scale + steps) - steps * order) / scale)
  }

  /// A rhythm each voice of which is taken from the amount at which it is.
  ///
  /// - Parameters:
  ///   - amount: The amount of the whole.
  ///   - blend: The rhythm at an amount; all have the same bars.
  /// - Returns: The rhythm at the amount, with the parts of the others.
  /// - Throws: What `blend` throws.
  public func rhythm(
    at amount: Amount, of blend: (Amount) throws(ComposerError) -> Rhythm
  ) throws(ComposerError) -> Rhythm {
    let whole = try blend(amount)
    let roles = Voice.Role.allCases
    guard roles.contains(where: { self.amount(of: $0, at: amount) != amount }) else {
      return whole
    }
    let others = try roles.map { role throws(ComposerError) in
      try blend(self.amount(of: role, at: amount))
    }
    // The timing is said in one way before parts of several rhythms stand together.
    let company = try Company([whole] + others)
    let notes = zip(roles, company.rhythms.dropFirst()).flatMap { role, rhythm in
      rhythm.voicedNotes.filter { $0.voice.role == role }
    }
    return try company.rhythm(notes, origin: whole.origin)
  }
}
