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
    case .seek(let bar):
      let last = schedule.bars.bar(at: range.upperBound - 1)
      let tick = max(range.lowerBound, schedule.bars.tick(of: min(max(0, bar), last)))
      go(to: tick, from: masterPosition, at: time, &events)
    case .replace(let new): go(on: new, at: time, &events)
    }
  }

  /// Goes on with another piece at the same place: so many beats behind the line of the same bar.
  ///
  /// Where it has no such place it begins anew or ends, as at its end.
  private mutating func go(
    on new: Schedule, at time: Duration, _ events: inout [DueEvent]
  ) {
    let (old, now, master) = (schedule, tick, masterPosition)
    let isAtEnd = now >= range.upperBound
    let bar = now >= old.length ? old.bars.count : old.bars.bar(at: now)
    let beats = Fraction(now - old.bars.tick(of: bar), old.ticksPerBeat)
    let offset = (try? (beats * Fraction(new.ticksPerBeat)).rounded()) ?? 0
    replace(new)
    let place = min(new.bars.tick(of: bar) + offset, new.bars.tick(of: bar + 1))
    if range.contains(place), !isAtEnd || !loops {
      let isSamePlace = now * new.ticksPerBeat == place * old.ticksPerBeat
      go(to: place, from: master, isSamePlace: isSamePlace, at: time, &events)
    } else if loops || !isMoving {
      go(to: range.lowerBound, from: master, at: time, &events)
    } else {
      end(at: time, &events)
    }
  }

  /// Where a master is, in quarter notes.
  private var masterPosition: Fraction { Fraction(tick + lead, schedule.ticksPerBeat) }

  /// Goes somewhere, from where a master is.
  private mutating func go(
    to tick: Int, from master: Fraction, isSamePlace: Bool = false, at time: Duration,
    _ events: inout [DueEvent]
  ) {
    let ticks = (try? (master * Fraction(schedule.ticksPerBeat)).rounded()) ?? tick
    follow(withLead: ticks - tick)
    switch motion {
    case .moving(let course):
      jump(to: tick, course, at: time, isSamePlace: isSamePlace, &events)
    case .still, .ended: motion = .still(at: tick)
    }
  }
}
