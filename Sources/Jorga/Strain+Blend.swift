public import Composer

extension Strain {
  /// A rhythm between this one, at 0, and another, at 1.
  ///
  /// - Parameters:
  ///   - other: The other pattern.
  ///   - amount: How far; one half where nothing is said.
  ///   - way: How the one becomes the other.
  ///   - order: What changes first.
  ///   - aspects: The aspects that follow the amount; all where none is named.
  ///   - apart: Aspects that have amounts of their own.
  ///   - map: Which sound becomes which, such as `tek:snare`.
  ///   - eachBeat: Whether the amount is looked at in each beat, and not only in each bar.
  ///   - seed: Decides between like places; 0 where nothing is said.
  /// - Returns: The blend of the two.
  public func blend(
    with other: Strain, _ amount: (any Control)? = nil, operator way: Operator? = nil,
    order: Jump.Settings.Order? = nil, only aspects: [Amounts.Aspect] = [],
    apart: KeyValuePairs<Amounts.Aspect, any Control> = [:], map: String? = nil,
    eachBeat: Bool = false, seed: Int? = nil
  ) -> Strain {
    let names = aspects.map(\.rawValue).joined(separator: " ")
    let own = apart.map { Argument($0.value, $0.key.rawValue) }
    let arguments: [Argument?] =
      [
        Argument(other), Argument(amount), Argument(way?.rawValue, "operator"),
        Argument(order?.rawValue, "order"), Argument(names.isEmpty ? nil : names, "only"),
      ] + own + [
        Argument(map, "map"), Argument(eachBeat ? "beats" : nil, "at"), Argument(seed, "seed"),
      ]
    return Strain(
      Expression(.call(.init("blend", arguments.compactMap(\.?.expression), of: expression))))
  }

  /// This, and in its gaps another pattern; turned, where that is wished, to where it fits best.
  public func interlock(
    with other: Strain, _ amount: (any Control)? = nil, rotates: Bool = false
  ) -> Strain {
    word(
      "interlock", Argument(other), Argument(amount), Argument(rotates ? 1 : nil, "rotate"))
  }

  /// Two players who share the onsets of both patterns and never strike together.
  public func hocket(with other: Strain, _ amount: (any Control)? = nil) -> Strain {
    word("hocket", Argument(other), Argument(amount))
  }

  /// Whole bars of a phrase go over to another pattern.
  public func alternate(
    with other: Strain, _ amount: (any Control)? = nil, bars: Int? = nil
  ) -> Strain {
    word("alternate", Argument(other), Argument(amount), Argument(bars, "bars"))
  }

  /// Hats go ahead in the blends of it, and what is low comes last: from 0 to 8.
  public func lead(_ lag: some Control) -> Strain { word("lead", Argument(lag)) }

  /// How rhythms of the library meet the metre in which they sound.
  public func fit(_ way: Fit) -> Strain { word("fit", Argument(way.rawValue)) }

  /// Bends each bar so that its groups get the proportions of another metre's groups.
  public func morphMetre(_ metre: String, _ amount: (any Control)? = nil) -> Strain {
    word("morphMetre", Argument(metre), Argument(amount))
  }
}

/// A rhythm between several: the first at 0, the last at 1, or as much of each as the weights say.
public func blend(
  _ patterns: Strain..., amount: (any Control)? = nil, weights: [any Control] = [],
  operator way: Operator? = nil
) -> Strain {
  let shares = weights.isEmpty ? nil : weights.map(\.expression)
  return .word(
    "blend",
    patterns.map { Argument($0) } + [
      Argument(amount, "amount"), Argument(shares, "weights"), Argument(way?.rawValue, "operator"),
    ])
}
