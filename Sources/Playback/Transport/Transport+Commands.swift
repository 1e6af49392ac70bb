public import Music

/// What the user, a port or the end of the program asks for.
extension Transport {
  /// Has a way more by which events leave; nobody listens there yet.
  public mutating func add(_ route: Route) {
    head.add(route)
    // Nothing was sent by it, so that there is nothing to go back to.
    change(every: { $0.add(route) })
  }

  /// Somebody listens on a route: programs and controllers are sent there, and then what is played;
  /// before that all notes go off where some were left on by who listened last.
  public mutating func open(route: Int, at now: Duration) -> [Action] {
    act(at: now) { head, time, events in
      for message in head.lines[route].open() {
        events.append(DueEvent(.message(message), at: time, on: route))
      }
      head.lines[route].awaitsPosition = true
      if head.isMoving { head.open(route, at: time, &events) }
    }
  }

  /// Nobody listens on a route any more.
  public mutating func close(route: Int, at now: Duration) -> [Action] {
    act(at: now) { head, time, events in
      head.each(at: time, on: route, &events) { $0.close() }
    }
  }

  /// Plays, from where it stands still; at the end, from the beginning.
  public mutating func play(at now: Duration) -> [Action] {
    let rate = rate
    return act(at: now) { $0.play(atRate: rate, at: $1, &$2) }
  }

  /// Stands still: all keys go up, and what is turned is put back.
  public mutating func pause(at now: Duration) -> [Action] {
    act(at: now) { $0.pause(at: $1, &$2) }
  }

  /// Stands still if it plays, and plays if it stands still.
  public mutating func toggle(at now: Duration) -> [Action] {
    let rate = rate
    return act(at: now) { head, time, events in
      if head.isMoving {
        head.pause(at: time, &events)
      } else {
        head.play(atRate: rate, at: time, &events)
      }
    }
  }

  /// Goes to a bar, by its number from 0 on, at the next bar line or beat; to the nearest of those
  /// that are played.
  public mutating func seek(toBar bar: Int, at now: Duration) -> [Action] {
    wait(for: .seek(bar: bar), at: now) { if case .seek = $0 { true } else { false } }
  }

  /// Plays another piece from the next bar line or beat on, from the same place.
  public mutating func replace(with schedule: Schedule, at now: Duration) -> [Action] {
    wait(for: .replace(schedule), at: now) { if case .replace = $0 { true } else { false } }
  }

  private mutating func wait(
    for jump: Playhead.Jump, at now: Duration, insteadOf isOlder: (Playhead.Jump) -> Bool
  ) -> [Action] {
    let actions = forgetJumps(at: now, where: isOlder)
    waiting.append(jump)
    return actions + advance(to: now)
  }

  /// Plays so many times as fast as it is written, from now on.
  ///
  /// - Precondition: The rate is above zero.
  public mutating func play(atRate rate: Fraction, at now: Duration) -> [Action] {
    precondition(rate > 0, "a piece moves forward")
    self.rate = rate
    return act(at: now) { head, time, _ in
      guard case .moving(let course) = head.motion, case .written = course.pace else { return }
      let tick = course.tick(at: time, in: head.schedule)
      let begin = course.time(of: tick, in: head.schedule)
      // From the tick before on, so that no part of one is lost.
      head.change(to: Course(tick: tick, time: begin, pace: .written(rate: rate)))
    }
  }

  /// Mutes a track that is heard, or lets it be heard again.
  public mutating func toggleMute(_ track: Int, at now: Duration) -> [Action] {
    mix(at: now) { $0.toggleMute(track) }
  }

  /// Lets a track be heard alone, with others of which this was asked, or no longer.
  public mutating func toggleSolo(_ track: Int, at now: Duration) -> [Action] {
    mix(at: now) { $0.toggleSolo(track) }
  }

  /// Lets all tracks be heard.
  public mutating func hearAll(at now: Duration) -> [Action] {
    mix(at: now) { $0 = Mix() }
  }

  private mutating func mix(at now: Duration, _ change: (inout Mix) -> Void) -> [Action] {
    act(at: now) { head, time, events in
      change(&head.mix)
      let mix = head.mix
      head.each(at: time, &events) { $0.silence { track in !mix.plays(track) } }
    }
  }

  /// Silences all channels that the piece uses, whatever is known of them, and goes on.
  public mutating func panic(at now: Duration) -> [Action] {
    act(at: now) { head, time, events in
      for route in head.lines.indices {
        let channels = head.channels(on: route)
        head.each(at: time, on: route, &events) { $0.panic(channels) }
        if head.isMoving { head.open(route, at: time, &events) }
      }
    }
  }

  /// Ends for good: all keys go up, and what is turned is put back.
  public mutating func end(at now: Duration) -> [Action] {
    forgetJumps(at: now)
      + act(at: now) { head, time, events in
        switch head.motion {
        case .moving, .still: head.end(at: time, &events)
        case .ended: break
        }
      }
  }
}
