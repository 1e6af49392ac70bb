import Music

extension Transport {
  /// How far what was sent may be from where a master is now known to be, without being taken back.
  private static let tolerance = Duration.milliseconds(1)

  /// Plays with a master: where it says, as fast as it says, and only while it plays.
  ///
  /// - Parameters:
  ///   - master: The master, as it was heard last.
  ///   - now: The time.
  /// - Returns: What is to be done.
  public mutating func follow(_ master: ClockFollower, at now: Duration) -> [Action] {
    guard let beat = master.beat else { return isPlaying ? pause(at: now) : [] }
    let isElsewhere = master.jumps != jumpsOfMaster
    jumpsOfMaster = master.jumps
    let ticks = Int((beat.position.approximation * Double(schedule.ticksPerBeat)).rounded(.down))
    let position = Fraction(ticks, schedule.ticksPerBeat)
    let course = Course(
      tick: ticks, time: beat.time(of: position), pace: .followed(beat: beat.quarter))
    switch head.motion {
    case .moving where !isElsewhere: return follow(course, at: now)
    case .ended where !isElsewhere: return []
    case .moving, .still, .ended:
      return act(at: now) { head, time, events in head.go(with: course, at: time, &events) }
    }
  }

  /// Moves on with a master that is about where it was expected.
  private mutating func follow(_ course: Course, at now: Duration) -> [Action] {
    let sent = head.tick
    let change = course.behind(head).time(of: sent, in: schedule) - head.filled
    let isNear = max(change, .zero - change) <= Self.tolerance
    let time = isNear ? max(head.filled, now + Self.timeToAct) : now + Self.timeToAct
    return self.change(at: time) { head, _ in head.change(to: course.behind(head)) }
      + advance(to: now)
  }
}

extension Course {
  /// The course of a master as that of a piece that was wound back.
  fileprivate func behind(_ head: Playhead) -> Course { moved(to: tick - head.lead, at: time) }
}

extension Playhead {
  /// Goes to where a master is, and on with it; behind the end of a piece that is played once there is
  /// nothing.
  fileprivate mutating func go(
    with course: Course, at time: Duration, _ events: inout [DueEvent]
  ) {
    if case .moving = motion { pause(at: time, &events) }
    let length = range.upperBound - range.lowerBound
    var tick = course.tick
    if plan.loops, tick >= range.upperBound {
      tick = range.lowerBound + (tick - range.lowerBound) % length
    }
    guard tick < range.upperBound else { return end(at: time, &events) }
    follow(withLead: course.tick - tick)
    begin(course.moved(to: tick, at: course.time), at: time, &events)
  }
}
