public import Music

/// Plays a piece: what is to be sent, and when.
///
/// A pure state machine. It is told the time and what the user wants, and answers with actions for an
/// ``Output``; it has neither a clock nor a device. Whatever it is told, each key that goes down on a
/// route goes up again on that route, once it ends.
///
///     var transport = Transport(schedule)
///     let opened = transport.open(route: 0, at: now)
///     let first = transport.play(at: now) + transport.advance(to: now)
public struct Transport: Sendable {
  /// What is asked of an output.
  public enum Action: Hashable, Sendable {
    /// Send events, which are in order of time.
    case send([DueEvent])
    /// Take back all that is due from a time on.
    case takeBack(from: Duration)
  }

  /// Where a change waits to happen.
  public enum Quantum: String, CaseIterable, Hashable, Sendable {
    /// At the next bar line.
    case bar
    /// At the next beat.
    case beat
  }

  /// How a piece is played.
  public struct Settings: Hashable, Sendable {
    /// How far ahead of the clock events are sent; no less than 20 ms.
    public var lookahead = Duration.milliseconds(150)
    /// The bars that are played, by their numbers from 0 on; all where nothing is said.
    public var bars: Range<Int>?
    /// Whether it begins anew at its end.
    public var loops = false
    /// Whether MIDI clock is sent, with start, stop, continue and song position.
    public var sendsClock = false
    /// Whether it plays when a master says so, and at its tempo.
    public var follows = false
    /// Where changes wait to happen.
    public var quantum = Quantum.bar

    /// From beginning to end, once.
    public init() {}
  }

  /// The settings it was made with.
  public let settings: Settings
  var head: Playhead
  /// The head as it was when events were made until some times, the last of them before now first.
  private var history: [Playhead]
  /// What waits for a bar line or a beat.
  var waiting: [Playhead.Jump] = []
  /// What was done for a time that has not come yet, and may have to be done again.
  private var done: [(time: Duration, jump: Playhead.Jump)] = []
  /// When something was changed last that is not to be done again.
  private var lastChange = Duration.zero
  /// How often the master had jumped when it was heard last.
  var jumpsOfMaster = 0
  /// How many times as fast as it is written.
  public internal(set) var rate = Fraction(1)

  /// How much later than it is asked for a change is made, so that what is taken back for it has not
  /// left yet.
  public static let timeToAct = Duration.milliseconds(10)
  /// How late events may leave, before what comes is put off.
  private static let longestBurst = Duration.milliseconds(50)

  /// A piece that stands still at its beginning, or at a bar.
  public init(_ schedule: Schedule, _ settings: Settings = Settings(), from bar: Int? = nil) {
    self.settings = settings
    let plan = Playhead.Plan(
      bars: settings.bars, loops: settings.loops, sendsClock: settings.sendsClock)
    head = Playhead(schedule, plan, from: bar.map { schedule.bars.tick(of: $0) })
    history = [head]
  }

  /// The piece.
  public var schedule: Schedule { head.schedule }

  var lookahead: Duration { max(settings.lookahead, .milliseconds(20)) }

  /// How often it wants to be told the time.
  public var step: Duration { lookahead / 3 }

  // MARK: Time

  /// Makes what is due within the lookahead.
  ///
  /// - Complexity: O(n) for n events.
  public mutating func advance(to now: Duration) -> [Action] {
    var actions: [Action] = []
    if head.filled + Self.longestBurst < now, case .moving = head.motion {
      actions += resume(at: now)
    }
    history.removeFirst(max(0, (history.lastIndex { $0.filled <= now - Self.timeToAct } ?? 0)))
    done.removeAll { $0.time <= now }
    if let time = nextJump(at: now), time < now + lookahead { actions += jump(at: time) }
    // However often it is told the time, it makes a good deal at once.
    if head.filled < now + lookahead - step / 2 { actions += fill(until: now + lookahead) }
    return actions
  }

  /// Goes on after the program was held up: from where it was cut off, or when the master says so.
  private mutating func resume(at now: Duration) -> [Action] {
    let time = now + Self.timeToAct
    var events: [DueEvent] = []
    if settings.follows {
      head.pause(at: time, &events)
    } else {
      head.delay(by: time - head.filled)
    }
    head.skip(to: time)
    history = [head]
    return events.isEmpty ? [] : [.send(events)]
  }

  private mutating func fill(until limit: Duration) -> [Action] {
    let events = head.fill(until: limit)
    history.append(head)
    return events.isEmpty ? [] : [.send(events)]
  }

  /// The head as it is at a time.
  func head(at time: Duration) -> Playhead {
    var head = history.last { $0.filled <= time } ?? history[0]
    _ = head.fill(until: time)
    return head
  }

  /// Changes something from a time on: what was made for later is taken back, and not yet made anew.
  mutating func change(
    at time: Duration, _ change: (inout Playhead, inout [DueEvent]) -> Void
  ) -> [Action] {
    var (actions, events) = (takeBack(from: time), [DueEvent]())
    events = head.fill(until: time)
    change(&head, &events)
    history.append(head)
    if !events.isEmpty { actions.append(.send(events)) }
    return actions
  }

  /// Goes back to before a time; the jumps that were made since then wait again.
  private mutating func takeBack(from time: Duration) -> [Action] {
    guard head.filled > time || done.contains(where: { $0.time >= time }) else { return [] }
    history = history.prefix(1) + history.dropFirst().prefix { $0.filled < time }
    head = history[history.count - 1]
    _ = head.fill(until: time)
    waiting = done.filter { $0.time >= time }.map(\.jump) + waiting
    done.removeAll { $0.time >= time }
    return [.takeBack(from: time)]
  }

  /// Forgets some of what waits, also if it was done for a time that has not come.
  mutating func forgetJumps(
    at now: Duration, where isMeant: (Playhead.Jump) -> Bool = { _ in true }
  ) -> [Action] {
    let soonest = soonest(at: now)
    let undone = done.first { $0.time >= soonest && isMeant($0.jump) }
    let actions = undone.map { takeBack(from: $0.time) } ?? []
    waiting.removeAll(where: isMeant)
    return actions
  }

  /// Changes what is so at all times.
  mutating func change(every change: (inout Playhead) -> Void) {
    for index in history.indices { change(&history[index]) }
  }

  // MARK: Jumps

  /// When what waits may happen; standing still it need not wait.
  private func nextJump(at now: Duration) -> Duration? {
    guard !waiting.isEmpty else { return nil }
    let soonest = soonest(at: now)
    let head = head(at: soonest)
    guard case .moving(let course) = head.motion else { return soonest }
    let bars = head.schedule.bars
    let tick = head.tick
    let place =
      switch settings.quantum {
      case .bar: bars.line(from: tick)
      case .beat: bars.beat(from: tick)
      }
    return max(course.time(of: min(place, head.range.upperBound), in: head.schedule), soonest)
  }

  /// Does all that waits, at one time.
  private mutating func jump(at time: Duration) -> [Action] {
    var actions = takeBack(from: time)
    let jumps = waiting
    var waited = false
    actions += change(at: time) { head, events in
      waited = head.isMoving
      for jump in jumps { head.perform(jump, at: time, &events) }
    }
    waiting = []
    if waited { done += jumps.map { (time, $0) } } else { lastChange = time }
    return actions
  }

  /// When a change may happen: as soon as can be, after what was changed before.
  func soonest(at now: Duration) -> Duration {
    max(now + Self.timeToAct, lastChange + .nanoseconds(1))
  }

  /// Changes something as soon as can be.
  mutating func act(
    at now: Duration, _ body: (inout Playhead, Duration, inout [DueEvent]) -> Void
  ) -> [Action] {
    let time = soonest(at: now)
    lastChange = time
    return change(at: time) { body(&$0, time, &$1) } + advance(to: now)
  }
}
