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
    let motion = head(at: soonest(at: now)).motion
    guard let beat = master.beat else {
      if case .moving = motion { return pause(at: now) }
      return []
    }
    let isElsewhere = master.jumps != jumpsOfMaster
    jumpsOfMaster = master.jumps
    switch motion {
    case .moving where !isElsewhere: return follow(beat, at: now)
    case .ended where !isElsewhere: return []
    case .moving, .still, .ended:
      return act(at: now) { head, time, events in
        head.go(with: head.course(of: beat), at: time, &events)
      }
    }
  }

  /// Moves on with a master that is about where it was expected.
  private mutating func follow(_ beat: ClockFollower.Beat, at now: Duration) -> [Action] {
    let change = head.courseBehind(beat).time(of: head.tick, in: schedule) - head.filled
    let isNear = max(change, .zero - change) <= Self.tolerance
    let soonest = soonest(at: now)
    return self.change(at: isNear ? max(head.filled, soonest) : soonest) { head, _ in
      head.change(to: head.courseBehind(beat))
    } + advance(to: now)
  }
}

extension Playhead {
  /// The course of a master, in ticks of the piece.
  fileprivate func course(of beat: ClockFollower.Beat) -> Course {
    let ticksPerBeat = schedule.ticksPerBeat
    let tick = Int((beat.position.approximation * Double(ticksPerBeat)).rounded(.down))
    return Course(
      tick: tick, time: beat.time(of: Fraction(tick, ticksPerBeat)),
      pace: .followed(beat: beat.quarter))
  }

  /// The same as that of a piece that is somewhere else than the master.
  fileprivate func courseBehind(_ beat: ClockFollower.Beat) -> Course {
    let course = course(of: beat)
    return course.moved(to: course.tick - lead, at: course.time)
  }
}

extension Playhead {
  /// Goes to where a master is, and on with it; behind the end of a piece that is played once there is
  /// nothing.
  fileprivate mutating func go(
    with course: Course, at time: Duration, _ events: inout [DueEvent]
  ) {
    pause(at: time, &events)
    let length = range.upperBound - range.lowerBound
    var tick = course.tick
    if loops, tick >= range.upperBound {
      tick = range.lowerBound + (tick - range.lowerBound) % length
    }
    guard tick < range.upperBound else { return end(at: time, &events) }
    follow(withLead: course.tick - tick)
    begin(course.moved(to: tick, at: course.time), at: time, &events)
  }
}
