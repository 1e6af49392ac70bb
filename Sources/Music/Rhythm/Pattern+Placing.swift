/// An event of a pattern, placed in bars.
public struct PlacedEvent: Hashable, Sendable {
  /// Where it begins, in quarter notes.
  public let onset: Fraction
  /// How long it lasts, in quarter notes.
  public let length: Fraction
  /// What it says.
  public let value: Value
  /// Where it was written.
  public let place: Place

  /// An event at a time.
  public init(onset: Fraction, length: Fraction, value: Value, place: Place) {
    self.onset = onset
    self.length = length
    self.value = value
    self.place = place
  }
}

extension Pattern {
  /// The events that begin in some bars, one cycle a bar, in order.
  ///
  /// An event that lasts past its bar is measured by the bar in which it begins.
  ///
  /// - Throws: ``MusicError``; `tooMuch` where all bars together have more events or take more
  ///   steps than a limit.
  public func placed(
    in bars: [Metre], chance: Chance, most limit: Int = Bounds.events,
    visiting steps: Int = Bounds.visits
  ) throws(MusicError) -> [PlacedEvent] {
    let evaluator = try Evaluator(self, chance: chance)
    var events: [PlacedEvent] = []
    var line = Fraction.zero
    var visits = 0
    for (cycle, bar) in bars.enumerated() {
      for event in try evaluator.onsets(in: Span(cycle: cycle), visits: &visits, limit: steps) {
        guard events.count < limit else { throw .tooMuch }
        let (begin, end) = (event.whole.begin, event.whole.end)
        events.append(
          PlacedEvent(
            onset: try line + (begin - Fraction(cycle)) * bar.beats,
            length: try (end - begin) * bar.beats, value: event.value, place: event.place))
      }
      line = try line + bar.beats
    }
    return events
  }
}
