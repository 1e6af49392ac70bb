import Music

extension Playhead {
  /// A change of place or of piece.
  enum Jump: Sendable {
    case replace(Schedule)
    case seek(bar: Int)
  }

  /// Jumps at a time up to which events were made.
  mutating func perform(_ jump: Jump, at time: Duration, _ events: inout [DueEvent]) {
    switch jump {
    case .seek(let bar): go(to: schedule.bars.tick(of: bar), at: time, &events)
    case .replace(let new): go(on: new, at: time, &events)
    }
  }

  /// Goes on with another piece at the same place: so many beats behind the line of the same bar.
  ///
  /// Where it has no such place it begins anew or ends, as at its end.
  private mutating func go(
    on new: Schedule, at time: Duration, _ events: inout [DueEvent]
  ) {
    let (old, now) = (schedule, tick)
    let isAtEnd = now >= range.upperBound
    let bar = now >= old.length ? old.bars.count : old.bars.bar(at: now)
    let beats = Fraction(now - old.bars.tick(of: bar), old.ticksPerBeat)
    let offset = (try? (beats * Fraction(new.ticksPerBeat)).rounded()) ?? 0
    replace(new)
    let place = min(new.bars.tick(of: bar) + offset, new.bars.tick(of: bar + 1))
    if range.contains(place), !isAtEnd || !plan.loops {
      go(to: place, isSamePlace: true, at: time, &events)
    } else if plan.loops || motion.isStill {
      go(to: range.lowerBound, at: time, &events)
    } else {
      end(at: time, &events)
    }
  }

  private mutating func go(
    to tick: Int, isSamePlace: Bool = false, at time: Duration, _ events: inout [DueEvent]
  ) {
    switch motion {
    case .moving(let course):
      jump(to: tick, course, at: time, isSamePlace: isSamePlace, &events)
    case .still, .ended: motion = .still(at: tick)
    }
  }
}

extension Playhead.Motion {
  fileprivate var isStill: Bool { if case .moving = self { false } else { true } }
}
