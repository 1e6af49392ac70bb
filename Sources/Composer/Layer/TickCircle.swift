import Music

/// A circle of time, cut into ticks on which all times that matter lie.
struct TickCircle {
  /// Ticks in a quarter note.
  let ticksPerBeat: Int
  /// Ticks in the whole circle.
  let length: Int

  /// The finest circle, so that the squares of all distances can be added.
  private static let finest = 1 << 20

  /// - Throws: ``ComposerError`` where the times need a finer circle than there may be.
  init(of length: Fraction, with times: some Sequence<Fraction>) throws(ComposerError) {
    ticksPerBeat = try exactly { () throws(MusicError) in
      try Fraction.commonDenominator(of: Array(times) + [length], most: Self.finest)
    }
    self.length = length.numerator * (ticksPerBeat / length.denominator)
  }

  /// Whether a time lies on a tick.
  func hasTick(at time: Fraction) -> Bool { ticksPerBeat.isMultiple(of: time.denominator) }

  /// A time that lies on a tick.
  func ticks(of time: Fraction) -> Int {
    time.numerator * (ticksPerBeat / time.denominator)
  }

  /// The time of a tick, in quarter notes.
  func time(of ticks: Int) -> Fraction {
    Fraction(ticks, ticksPerBeat)
  }

  /// The same place within the first turn.
  func wrapped(_ ticks: Int) -> Int {
    let rest = ticks % length
    return rest < 0 ? rest + length : rest
  }

  /// How far a place is from the nearest of some others, either way round; nothing where there are
  /// none.
  ///
  /// - Parameters:
  ///   - place: A place within the first turn.
  ///   - others: Places within the first turn, rising.
  /// - Returns: The distance in ticks.
  /// - Complexity: O(log n) for n places.
  func distance(from place: Int, to others: [Int]) -> Int? {
    guard let first = others.first, let last = others.last else { return nil }
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle] < place { low = middle + 1 } else { high = middle }
    }
    let after = low < others.count ? others[low] - place : first + length - place
    let before = low > 0 ? place - others[low - 1] : place + length - last
    return min(after, before)
  }

  /// How uneven some places are: the sum of the squares of the distances between neighbours.
  ///
  /// For a given number of places it is least where all distances are equal, which follows from the
  /// inequality of Cauchy and Schwarz.
  ///
  /// - Parameter places: Places within the first turn, rising.
  /// - Returns: The sum; a whole turn squared where there is one place.
  func unevenness(of places: [Int]) -> Int {
    guard let first = places.first else { return 0 }
    let nexts = places.dropFirst() + [first + length]
    return zip(places, nexts).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
  }
}
