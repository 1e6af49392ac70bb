import Music
import Playback

extension LiveSession {
  mutating func perform(_ keys: [TypedKey]) throws {
    for key in keys {
      guard let command = liveKeys.command(for: key) else { continue }
      try perform(command)
    }
  }

  private mutating func perform(_ command: LiveCommand) throws {
    switch command {
    case .pause where settings.follows, .begin where settings.follows,
      .tempo where settings.follows:
      line.say("the master says when and how fast to play")
    case .pause: try sequencer.perform { $0.toggle(at: $1) }
    case .begin: try sequencer.perform { $0.seek(toBar: 0, at: $1) }
    case .section(let count): try move(bySections: count)
    case .tempo(let change): try move(tempoBy: change)
    case .amount(let steps): move(amountBy: steps)
    case .nextAmount: chosen = amounts.isEmpty ? 0 : (chosen + 1) % amounts.count
    case .mute(let track): try change(track) { $0.toggleMute($1, at: $2) }
    case .solo(let track): try change(track) { $0.toggleSolo($1, at: $2) }
    case .hearAll: try sequencer.perform { $0.hearAll(at: $1) }
    case .panic: try sequencer.perform { $0.panic(at: $1) }
    case .redraw: line.redraw()
    case .help: line.say("\(LiveKeys.help)\n\(sequencer.transport.schedule.legend)")
    case .quit: outcome = .finished
    }
  }

  private mutating func change(
    _ number: Int, _ change: (inout Transport, Int, Duration) -> [Transport.Action]
  ) throws {
    let count = sequencer.transport.schedule.tracks.count
    guard number <= count else {
      return line.say("there is no track \(number): '?' lists them")
    }
    try sequencer.perform { change(&$0, number - 1, $1) }
  }

  /// Starts a section at the next bar line or beat.
  mutating func start(section: Int) throws {
    let sections = sequencer.transport.schedule.sections
    guard sections.indices.contains(section) else { return }
    try sequencer.perform { $0.seek(toBar: sections[section].bar, at: $1) }
  }

  private mutating func move(bySections count: Int) throws {
    let section = sequencer.transport.position(at: try sequencer.now()).section ?? 0
    let last = sequencer.transport.schedule.sections.count - 1
    try start(section: min(max(0, section + count), last))
  }

  /// The slowest and the fastest that keys reach, in quarter notes a minute.
  private static let tempi = 10.0...990.0

  private mutating func move(tempoBy change: Int) throws {
    let transport = sequencer.transport
    let now = transport.position(at: try sequencer.now()).beatsPerMinute
    let tempo = min(max(Self.tempi.lowerBound, now + Double(change)), Self.tempi.upperBound)
    let parts = 1_000_000
    let rate = transport.rate.approximation * tempo / now
    let exact = Fraction(max(1, Int((rate * Double(parts)).rounded())), parts)
    try sequencer.perform { $0.play(atRate: exact, at: $1) }
  }

  /// By how much a key moves an amount.
  private static let step = Fraction(1, 20)

  private mutating func move(amountBy steps: Int) {
    guard let now = try? sequencer.now() else { return }
    if let amount = take.amount {
      let step = Double(steps) * Self.step.approximation
      let shift = controls.shift + min(max(step, -amount), 1 - amount)
      controls.shift = min(max(shift, -1), 1)
      renderer.request(controls)
    } else if let change = try? Self.step * Fraction(steps), !amounts.isEmpty {
      knobs.nudge(amounts[chosen % amounts.count].knob, by: change, at: now)
    } else {
      line.say("nothing here has an amount: a score has one with cc(1)")
    }
  }

  /// The knobs that the piece follows, in order.
  var amounts: [(knob: Int, value: Fraction)] {
    take.knobs.sorted { $0.key < $1.key }.map { ($0.key, controls.knobs[$0.key] ?? $0.value) }
  }
}
