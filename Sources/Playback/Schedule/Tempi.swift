import Music

/// When the ticks of a piece are, as it is written.
///
/// Times are sums of whole microseconds times ticks, each divided once: exact to 10⁻¹⁸ s a change.
struct Tempi: Hashable, Sendable {
  private struct Change: Hashable, Sendable {
    let tick: Int
    let time: Duration
    let tempo: Tempo
  }

  private let changes: [Change]
  private let ticksPerBeat: Int

  /// The tempo before any is said: 120 quarter notes a minute.
  ///
  /// Source: *Standard MIDI Files 1.0* (RP-001), set tempo.
  private static let usual = Tempo(microsecondsPerBeat: 500_000)

  init(_ tempi: [(tick: Int, tempo: Tempo)], ticksPerBeat: Int) {
    self.ticksPerBeat = ticksPerBeat
    var changes: [Change] = []
    if tempi.first?.tick != 0, let usual = Self.usual {
      changes.append(Change(tick: 0, time: .zero, tempo: usual))
    }
    for (tick, tempo) in tempi {
      let time = changes.last.map { Self.time(of: tick, since: $0, ticksPerBeat) } ?? .zero
      if changes.last?.tick == tick { changes.removeLast() }
      changes.append(Change(tick: tick, time: time, tempo: tempo))
    }
    self.changes = changes
  }

  /// How long after the beginning a tick is.
  ///
  /// - Complexity: O(log n) for n changes.
  func time(of tick: Int) -> Duration {
    Self.time(of: tick, since: changes[index { $0.tick <= tick }], ticksPerBeat)
  }

  /// The last tick that is not later than a time after the beginning.
  func tick(at time: Duration) -> Int {
    let change = changes[index { $0.time <= time }]
    let beat = Duration.microseconds(change.tempo.microsecondsPerBeat)
    let guess = change.tick + Int((time - change.time) * ticksPerBeat / beat)
    // A division that rounds may be off by one.
    return self.time(of: guess + 1) <= time
      ? guess + 1 : self.time(of: guess) <= time ? guess : guess - 1
  }

  /// The tempo at a tick.
  func tempo(at tick: Int) -> Tempo { changes[index { $0.tick <= tick }].tempo }

  /// The last change of which something is true, or the first.
  private func index(where isBefore: (Change) -> Bool) -> Int {
    max(0, changes.partitioningIndex { !isBefore($0) } - 1)
  }

  private static func time(of tick: Int, since change: Change, _ ticksPerBeat: Int) -> Duration {
    change.time + .microseconds(change.tempo.microsecondsPerBeat) * (tick - change.tick)
      / ticksPerBeat
  }
}
