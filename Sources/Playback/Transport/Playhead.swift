import MIDI
import Music

/// What plays, where it is, and what was sent: a value that can be kept and gone back to.
///
/// It makes the events of a span of time, span after span. Law: two spans one after the other give
/// the events of both together.
struct Playhead: Sendable {
  /// Whether it moves.
  enum Motion: Hashable, Sendable {
    /// Not, and it will go on from a tick.
    case still(at: Int)
    /// It moves.
    case moving(Course)
    /// It has come to the end.
    case ended
  }

  private(set) var schedule: Schedule
  private(set) var routes: [Route] = []
  var lines: [Line] = []
  var motion: Motion
  /// The tracks that are not to be heard, and those that alone are.
  var mix = Mix()
  /// Until when events were made.
  private(set) var filled = Duration.zero
  /// What is played of the piece, in ticks.
  private(set) var range: Range<Int>
  /// Whether it begins anew at its end.
  private(set) var loops: Bool
  let plan: Plan
  /// How far the ticks of a master are before those of the piece, as the piece was wound back.
  private(set) var lead = 0
  /// The routes of each track.
  private(set) var exits: [[Int]] = []
  private(set) var next = 0
  private var nextClock = 0
  private var nextBeat = 0

  /// How a piece is played.
  struct Plan: Hashable, Sendable {
    /// The bars that are played, or all.
    var bars: Range<Int>?
    /// Whether it begins anew at its end, unless it is too short for that.
    var loops = false
    /// Whether MIDI clock is sent.
    var sendsClock = false
  }

  init(_ schedule: Schedule, _ plan: Plan, from tick: Int? = nil) {
    self.schedule = schedule
    self.plan = plan
    range = Self.range(of: plan.bars, in: schedule)
    loops = plan.loops && Self.isLong(range, in: schedule)
    motion = .still(at: tick ?? range.lowerBound)
  }

  /// Some bars of a piece as ticks; all where it does not have them.
  private static func range(of bars: Range<Int>?, in schedule: Schedule) -> Range<Int> {
    guard let bars, bars.lowerBound < schedule.bars.count, !bars.isEmpty else {
      return 0..<schedule.length
    }
    return schedule.bars.tick(of: bars.lowerBound)..<schedule.bars.tick(of: bars.upperBound)
  }

  /// A shorter loop is played once.
  private static let shortestLoop = Duration.milliseconds(10)

  private static func isLong(_ range: Range<Int>, in schedule: Schedule) -> Bool {
    let (begin, end) = (range.lowerBound, range.upperBound)
    return schedule.tempi.time(of: end) - schedule.tempi.time(of: begin) >= shortestLoop
  }

  /// Whether it moves.
  var isMoving: Bool { if case .moving = motion { true } else { false } }

  /// The first tick that was not played up to the time until which events were made.
  var tick: Int {
    switch motion {
    case .still(let tick): tick
    case .moving(let course):
      min(max(range.lowerBound, course.firstTick(from: filled, in: schedule)), range.upperBound)
    case .ended: range.upperBound
    }
  }

  mutating func add(_ route: Route) {
    routes.append(route)
    lines.append(Line())
    findExits()
  }

  private mutating func findExits() {
    exits = schedule.tracks.map { track in
      let named = routes.indices.filter { track.port != nil && routes[$0].tracks == track.port }
      return named.isEmpty ? routes.indices.filter { routes[$0].tracks == nil } : named
    }
  }
}

extension Playhead {
  /// The events up to a time, that time not included.
  ///
  /// - Complexity: O(n) for n events.
  mutating func fill(until limit: Duration) -> [DueEvent] {
    var events: [DueEvent] = []
    while case .moving(let course) = motion {
      let entry = next < schedule.entries.count ? schedule.entries[next].tick : Int.max
      let tick = min(entry, nextClock, nextBeat, max(stop, course.tick))
      let time = max(course.time(of: tick, in: schedule), filled)
      guard time < limit else { break }
      if tick >= stop, entry > stop || !includesEnd {
        turn(at: time, course, &events)
      } else if tick == nextBeat {
        events.append(DueEvent(.echo(time.nanoseconds), at: time, on: 0))
        nextBeat = schedule.bars.beat(from: tick + 1)
        if nextBeat <= tick { nextBeat = Int.max }
      } else if tick == nextClock {
        if tick % schedule.ticksPerBeat == 0 { tellPosition(tick, at: time, &events) }
        send(.clock, at: time, &events)
        nextClock += schedule.ticksPerBeat / 24
      } else {
        send(schedule.entries[next], at: time, &events)
        next += 1
      }
    }
    filled = max(filled, limit)
    return events
  }

  /// The tick at which it turns back or ends; behind the last bar keys may still go up.
  private var stop: Int {
    includesEnd ? max(range.upperBound, schedule.entries.last?.tick ?? 0) : range.upperBound
  }

  /// Whether what is sent at the end belongs to it: not where something else begins there.
  private var includesEnd: Bool { !loops && range.upperBound == schedule.length }

  /// Goes back to the beginning, or ends.
  private mutating func turn(at time: Duration, _ course: Course, _ events: inout [DueEvent]) {
    if loops {
      lead += range.upperBound - range.lowerBound
      jump(to: range.lowerBound, course, at: time, &events)
    } else {
      end(at: time, &events)
    }
  }

  /// Ends: lets go all keys, and puts back what is turned.
  mutating func end(at time: Duration, _ events: inout [DueEvent]) {
    send(.stop, at: time, &events)
    each(at: time, &events) { $0.rest() }
    motion = .ended
  }

  /// Goes on from another place; where that is the same of another piece, clocks go on too.
  mutating func jump(
    to tick: Int, _ course: Course, at time: Duration, isSamePlace: Bool = false,
    _ events: inout [DueEvent]
  ) {
    each(at: time, &events) { $0.silence() }
    if isSamePlace {
      seek(to: tick, at: time, &events)
      motion = .moving(course.moved(to: tick, at: time))
    } else {
      send(.stop, at: time, &events)
      begin(course.moved(to: tick, at: time), at: time, &events)
    }
  }

  /// Begins to move.
  mutating func begin(_ course: Course, at time: Duration, _ events: inout [DueEvent]) {
    // A master may be before what is played of the piece.
    seek(to: max(course.tick, range.lowerBound), at: time, &events)
    for route in lines.indices { lines[route].awaitsPosition = true }
    tellPosition(course.tick, at: time, &events)
    motion = .moving(course)
  }

  /// Tells who follows our clock and has not been told yet where the piece goes on: at a place that
  /// has a song position, and else at the next quarter note.
  private mutating func tellPosition(
    _ tick: Int, at time: Duration, _ events: inout [DueEvent]
  ) {
    guard plan.sendsClock, tick * 4 % schedule.ticksPerBeat == 0 else { return }
    let position = min(tick * 4 / schedule.ticksPerBeat, 16_383)
    let words: [PortEvent] = tick == 0 ? [.start] : [.songPosition(position), .continue]
    for route in lines.indices where lines[route].isOpen && lines[route].awaitsPosition {
      events += words.map { DueEvent($0, at: time, on: route) }
      lines[route].awaitsPosition = false
    }
  }

  private mutating func seek(to tick: Int, at time: Duration, _ events: inout [DueEvent]) {
    next = schedule.index(from: tick)
    let clock = schedule.ticksPerBeat / 24
    nextClock = plan.sendsClock ? (tick + clock - 1) / clock * clock : Int.max
    nextBeat = schedule.bars.beat(from: tick)
    for route in lines.indices { open(route, at: time, &events) }
  }

  /// Plays, unless it does: from where it stands still, or from the beginning.
  mutating func play(atRate rate: Fraction, at time: Duration, _ events: inout [DueEvent]) {
    let start: Int
    switch motion {
    case .still(let tick): start = tick
    case .ended: start = range.lowerBound
    case .moving: return
    }
    begin(Course(tick: start, time: time, pace: .written(rate: rate)), at: time, &events)
  }

  /// Stands still, if it moves.
  mutating func pause(at time: Duration, _ events: inout [DueEvent]) {
    guard isMoving else { return }
    let tick = tick
    send(.stop, at: time, &events)
    each(at: time, &events) { $0.rest() }
    motion = .still(at: tick)
  }

  /// Has another piece from here on; a jump to a place of it must follow.
  mutating func replace(_ new: Schedule) {
    schedule = new
    range = Self.range(of: plan.bars, in: new)
    loops = plan.loops && Self.isLong(range, in: new)
    findExits()
    mix = mix.kept(for: new.tracks)
  }

  /// Moves with another course from here on; nothing is played twice or left out.
  mutating func change(to course: Course) {
    if isMoving { motion = .moving(course) }
  }

  /// Says how far the ticks of a master are before those of the piece.
  mutating func follow(withLead lead: Int) { self.lead = lead }

  /// Puts all that is to come off until later, as when the program was held up.
  mutating func delay(by delay: Duration) {
    guard case .moving(let course) = motion else { return }
    motion = .moving(course.moved(to: course.tick, at: course.time + delay))
  }

  /// Leaves out a time in which nothing was made.
  mutating func skip(to time: Duration) { filled = max(filled, time) }
}
