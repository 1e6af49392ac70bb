import Music

/// Where the bars of a file are, in ticks.
struct BarLines {
  /// Bars of one metre, one behind another; the next stretch may cut the last one off.
  private struct Stretch {
    let begin: Fraction
    let metre: Metre
    /// The length of a bar, in ticks.
    let bar: Fraction
    /// How many bars are before it.
    let bars: Int
  }

  private var stretches: [Stretch] = []
  private let ticksPerBeat: Fraction

  /// The bars that time signatures make; before the first they are 4/4, and one that is no metre
  /// changes nothing.
  ///
  /// A text at the tick of a signature, such as `7/8 (3+2+2)`, says its groups.
  init(of tracks: [Track], _ map: TempoMap, ticksPerBeat: Fraction) throws(MusicError) {
    self.ticksPerBeat = ticksPerBeat
    let signed = Set(map.signatures.map(\.tick))
    let groups = signed.isEmpty ? [:] : Self.groups(in: tracks, at: signed)
    try append(.common, at: 0)
    for change in map.signatures {
      guard let usual = change.signature.metre else { continue }
      let told = groups[change.tick]?.last { $0.pulses == usual.pulses && $0.unit == usual.unit }
      try append(told ?? usual, at: Fraction(change.tick))
    }
  }

  /// Bars of one metre from the beginning on.
  init(of metre: Metre, ticksPerBeat: Fraction) throws(MusicError) {
    self.ticksPerBeat = ticksPerBeat
    try append(metre, at: 0)
  }

  /// Begins a bar of a metre at a tick, or at the bar line that this tick is nearest to.
  private mutating func append(_ metre: Metre, at tick: Fraction) throws(MusicError) {
    var (begin, bars) = (tick, 0)
    if let last = stretches.last {
      let whole = try ((tick - last.begin) / last.bar).rounded()
      let line = try last.begin + last.bar * Fraction(whole)
      let distance = try line - tick
      if Fraction(-1, 2) <= distance, distance <= Fraction(1, 2) { begin = line }
      bars = try count(before: begin)
      if last.begin == begin { stretches.removeLast() }
    }
    stretches.append(
      Stretch(begin: begin, metre: metre, bar: try metre.beats * ticksPerBeat, bars: bars))
  }

  /// The metres with groups that texts tell, by their ticks.
  private static func groups(in tracks: [Track], at ticks: Set<Int>) -> [Int: [Metre]] {
    var metres: [Int: [Metre]] = [:]
    for event in tracks.flatMap(\.metaEvents) where ticks.contains(event.tick) {
      guard case .meta(.text(_, let text)) = event.event, text.bytes.count <= 256,
        let metre = Metre(withGroups: text.decoded)
      else { continue }
      metres[event.tick, default: []].append(metre)
    }
    return metres
  }

  /// How many bars begin before a time.
  func count(before tick: Fraction) throws(MusicError) -> Int {
    guard tick > 0 else { return 0 }
    let stretch = last { $0.begin < tick }
    return stretch.bars + (try (tick - stretch.begin) / stretch.bar).ceiling
  }

  /// The bar in which a time is, counted from 0.
  func bar(at tick: Fraction) throws(MusicError) -> Int {
    let stretch = last { $0.begin <= tick }
    return stretch.bars + (try (tick - stretch.begin) / stretch.bar).floor
  }

  /// Where a bar begins that is counted from 0.
  func begin(of bar: Int) throws(MusicError) -> Fraction {
    let stretch = last { $0.bars <= bar }
    return try stretch.begin + stretch.bar * Fraction(bar - stretch.bars)
  }

  /// The metre of a bar that is counted from 0; of one that is cut off, that of what is left.
  func metre(of bar: Int) throws(ImportError) -> Metre {
    let stretch = last { $0.bars <= bar }
    let length = try counted { () throws(MusicError) in
      try (begin(of: bar + 1) - begin(of: bar)) / ticksPerBeat
    }
    guard length != stretch.metre.beats else { return stretch.metre }
    for unit in [stretch.metre.unit] + Metre.units.drop(while: { $0 < 4 }) {
      let pulses = try counted { () throws(MusicError) in try length * Fraction(unit, 4) }
      if pulses.denominator == 1, let metre = Metre(pulses: pulses.numerator, unit: unit) {
        return metre
      }
    }
    throw .brokenBar(bar + 1)
  }

  /// The last stretch of those at the beginning that are such.
  private func last(_ isSuch: (Stretch) -> Bool) -> Stretch {
    var (low, high) = (0, stretches.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if isSuch(stretches[middle]) { low = middle } else { high = middle }
    }
    return stretches[low]
  }
}

extension Metre {
  /// Reads a metre with its groups, such as `7/8 (3+2+2)`; nothing where the text is not that alone.
  fileprivate init?(withGroups text: String) {
    let parts = text.filter { $0 != " " }.split(separator: "(", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].last == ")" else { return nil }
    let signature = parts[0].split(separator: "/").map { Int($0) }
    let groups = parts[1].dropLast().split(separator: "+").map { Int($0) }
    guard signature.count == 2, let pulses = signature[0], let unit = signature[1],
      !groups.contains(nil)
    else { return nil }
    self.init(groups: groups.compactMap(\.self), unit: unit)
    guard self.pulses == pulses else { return nil }
  }
}
