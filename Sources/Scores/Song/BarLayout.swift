import Music

/// The bars of a piece while they are laid out.
struct BarLayout {
  private(set) var bars: [Song.Bar] = []
  /// The bars of each section.
  private(set) var sections: [Range<Int>] = []
  private var end = Fraction.zero

  /// A piece that begins with a pickup of some quarter notes, where it has one.
  init(pickup: Fraction?, pace: Pace) {
    guard let pickup, let metre = Metre(length: pickup) else { return }
    bars = [
      Song.Bar(metre: metre, begin: 0, section: 0, pace: Pace(first: pace.first, last: pace.first))
    ]
    end = metre.beats
  }

  /// Adds a section.
  mutating func append(_ count: Int, metres: [Metre], pace: Pace) throws(MusicError) {
    let first = bars.count
    for bar in 0..<count {
      let metre = metres[bar % metres.count]
      bars.append(
        Song.Bar(
          metre: metre, begin: end, section: sections.count,
          pace: try pace.part(bar, of: count)))
      end = try end + metre.beats
    }
    sections.append(first..<bars.count)
  }
}

extension Pace {
  /// How fast one of some bars is.
  func part(_ bar: Int, of bars: Int) throws(MusicError) -> Pace {
    guard first != last else { return self }
    let way = try last - first
    return Pace(
      first: try first + way * Fraction(bar, bars),
      last: try first + way * Fraction(bar + 1, bars))
  }
}

extension Metre {
  /// A bar of a length in quarter notes, counted in the largest notes that fit.
  init?(length: Fraction) {
    for unit in Metre.units where unit >= 4 {
      guard let pulses = try? length * Fraction(unit, 4), pulses.denominator == 1 else { continue }
      self.init(pulses: pulses.numerator, unit: unit)
      return
    }
    return nil
  }
}
