public import Music

/// A path through the shares of a mix, as a blend: from stop to stop, the same way in the same time.
///
/// Where nothing else is said the stops are the rhythms themselves in their order, so that of three
/// rhythms 0 is the first, 0.5 the second and 1 the third; between two neighbours no other has a say.
/// With one stop it stays there.
///
/// Laws: at stop k of n + 1 the shares are those of the stop; between two stops each share goes one
/// way.
public struct MixPath: Blending {
  /// What is mixed.
  public let mix: any Mixing
  /// The shares at each stop, evenly laid on the way; at least one.
  public let stops: [MixWeights]

  /// A path from each rhythm of a mix to the next.
  public init(_ mix: any Mixing) {
    let count = mix.rhythms.count
    self.init(mix, through: (0..<count).map { MixWeights(only: $0, of: count) })
  }

  /// A path from stop to stop.
  ///
  /// - Precondition: There is a stop, and each has as many shares as there are rhythms.
  public init(_ mix: any Mixing, through stops: [MixWeights]) {
    precondition(!stops.isEmpty, "a path has a stop")
    precondition(
      stops.allSatisfy { $0.steps.count == mix.rhythms.count }, "each rhythm has a share")
    self.mix = mix
    self.stops = stops
  }

  /// The first of the rhythms.
  public var first: Rhythm { mix.rhythms[0] }

  /// The last of the rhythms.
  public var second: Rhythm { mix.rhythms[mix.rhythms.count - 1] }

  /// The shares at an amount of the way.
  public func weights(at amount: Amount) -> MixWeights {
    let scaled = amount.step * (stops.count - 1)
    let index = min(scaled / Amount.steps, max(0, stops.count - 2))
    let past = scaled - index * Amount.steps
    guard past > 0 else { return stops[index] }
    let parts = zip(stops[index].steps, stops[index + 1].steps).map { from, to in
      from * (Amount.steps - past) + to * past
    }
    return MixWeights(parts) ?? stops[index]
  }

  /// The mix at an amount of the way.
  public func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    try mix.rhythm(at: weights(at: amount))
  }
}
