import Music

/// How fast a file is.
struct CutTime {
  /// Ticks in a quarter note.
  let ticksPerBeat: Fraction
  private let map: TempoMap
  /// The tempo of a file that counts frames.
  private let chosen: Double?

  /// Source: *Standard MIDI Files 1.0* (RP-001): 120 beats a minute where nothing is said.
  private static let usualMicrosecondsPerBeat = 500_000

  init(_ map: TempoMap, _ tempo: Tempo?) throws(MusicError) {
    self.map = map
    switch map.division {
    case .perBeat(let ticks): (ticksPerBeat, chosen) = (Fraction(ticks), nil)
    case .perFrame(let ticks, let rate):
      let length = tempo?.microsecondsPerBeat ?? Self.usualMicrosecondsPerBeat
      ticksPerBeat = try Fraction(ticks) * rate.exactFramesPerSecond * Fraction(length, 1_000_000)
      chosen = 60_000_000 / Double(length)
    }
  }

  /// The mean tempo between two times, in quarter notes a minute.
  func mean(in ticks: Range<Fraction>) -> Double {
    if let chosen { return chosen }
    let (begin, end) = (ticks.lowerBound.floor, ticks.upperBound.floor)
    guard begin < end else { return extremes(in: ticks).lowerBound }
    let minutes = (map.seconds(at: end) - map.seconds(at: begin)) / 60
    return Double(end - begin) / ticksPerBeat.approximation / minutes
  }

  /// The slowest and the fastest tempo between two times.
  func extremes(in ticks: Range<Fraction>) -> ClosedRange<Double> {
    if let chosen { return chosen...chosen }
    let (begin, end) = (ticks.lowerBound.floor, ticks.upperBound.floor)
    let before = map.tempi.last { $0.tick <= begin }?.tempo.microsecondsPerBeat
    let inside = map.tempi.filter { begin < $0.tick && $0.tick < end }
      .map(\.tempo.microsecondsPerBeat)
    let lengths = inside + [before ?? Self.usualMicrosecondsPerBeat]
    let rates = lengths.map { 60_000_000 / Double($0) }
    return (rates.min() ?? 0)...(rates.max() ?? 0)
  }
}

extension Division.FrameRate {
  fileprivate var exactFramesPerSecond: Fraction {
    self == .dropFrame ? Fraction(30_000, 1001) : Fraction(-Int(rawValue))
  }
}
