import Music

/// What is turned on a channel while a track plays, as messages.
struct Changes {
  /// What is sent before anything is turned.
  let opening: [Performance.TimedMessage]
  /// What is turned, in order.
  let messages: [Performance.TimedMessage]

  private let channel: Channel
  /// What is left turned at the end.
  private let leftBent: Bool
  private let leftHeld: Bool

  /// How far a bend reaches unless a channel is told otherwise, in semitones.
  ///
  /// Source: *General MIDI System Level 1* (RP-003), pitch bend sensitivity.
  private static let usualReach = 2

  /// The farthest that a channel is told to bend, in semitones.
  private static let farthestReach = 24

  init(
    _ changes: [Timeline.Mark<Timeline.Change>], on channel: Channel, _ ticks: Ticks
  ) throws(MIDIError) {
    let reach = Self.reach(of: changes.map(\.content))
    self.channel = channel
    opening = reach == Self.usualReach ? [] : Self.reachMessages(reach, channel)
    var messages: [Performance.TimedMessage] = []
    var (bend, hold) = (Bend.none, Level(clamping: 0))
    for change in changes {
      let tick = max(0, try ticks(change.time))
      switch change.content {
      case .control(let controller, let part):
        let level = Level(part: part)
        if controller == .sustain { hold = level }
        messages.append(.init(tick: tick, message: .control(controller, level, channel)))
      case .bend(let semitones):
        bend = Bend(semitones: semitones, reach: reach)
        messages.append(.init(tick: tick, message: .bend(bend, channel)))
      }
    }
    self.messages = messages
    (leftBent, leftHeld) = (bend != .none, hold.value > 0)
  }

  /// What puts the channel back, so that the next piece begins in tune and nothing goes on sounding.
  func closing(at end: Int) -> [Performance.TimedMessage] {
    var messages: [Message] = []
    if leftHeld { messages.append(.control(.sustain, Level(clamping: 0), channel)) }
    if leftBent { messages.append(.bend(.none, channel)) }
    return messages.map { Performance.TimedMessage(tick: end, message: $0) }
  }

  /// How many semitones the bends need: two, or as many more as one of them goes.
  private static func reach(of changes: [Timeline.Change]) -> Int {
    changes.reduce(usualReach) { reach, change in
      guard case .bend(let semitones) = change else { return reach }
      let floor = semitones.floor
      let size = max(-floor, semitones == Fraction(floor) ? floor : floor + 1)
      return min(max(reach, size), farthestReach)
    }
  }

  /// Registered parameter 0, the reach of bends, and then none, so that nothing else changes it.
  ///
  /// Source: *MIDI 1.0 Detailed Specification*, registered parameter numbers.
  private static func reachMessages(
    _ reach: Int, _ channel: Channel
  ) -> [Performance.TimedMessage] {
    let steps: [(Controller, Int)] = [
      (.parameterHigh, 0), (.parameterLow, 0), (.dataHigh, reach), (.dataLow, 0),
      (.parameterHigh, 127), (.parameterLow, 127),
    ]
    return steps.map { controller, value in
      Performance.TimedMessage(
        tick: 0, message: .control(controller, Level(clamping: value), channel))
    }
  }
}

extension Bend {
  /// The bend nearest to some semitones, where the whole bend is so many.
  fileprivate init(semitones: Fraction, reach: Int) {
    let steps =
      (try? (semitones * Fraction(8192, reach)).rounded()) ?? (semitones > 0 ? 8191 : -8192)
    self = Bend(min(max(steps, Bend.values.lowerBound), Bend.values.upperBound)) ?? .none
  }
}

extension Message {
  /// The order at one tick: keys go up, then a sound is chosen and set, then bent, then keys go
  /// down.
  ///
  /// Source: common practice of sequencers; a controller must be there before the note that it is
  /// for.
  package var rank: Int {
    switch self {
    case .noteOff: 0
    case .noteOn(_, let level, _): level.value == 0 ? 0 : 4
    case .program, .control(.bankHigh, _, _), .control(.bankLow, _, _): 1
    case .control: 2
    case .bend, .keyPressure, .channelPressure: 3
    }
  }
}
