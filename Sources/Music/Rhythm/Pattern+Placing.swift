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
  /// - Throws: ``MusicError``, as evaluation does.
  public func placed(in bars: [Metre], chance: Chance) throws(MusicError) -> [PlacedEvent] {
    let evaluator = try Evaluator(self, chance: chance)
    var events: [PlacedEvent] = []
    var line = Fraction.zero
    for (cycle, bar) in bars.enumerated() {
      for event in try evaluator.onsets(in: Span(cycle: cycle)) {
        guard events.count < Bounds.events else { throw .tooMuch }
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
