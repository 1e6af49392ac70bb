import ALSA
import MIDI
import Music
import Notation
import Playback

extension LiveSession {
  /// Does what something that arrived asks for.
  mutating func take(_ arrival: Arrival) throws {
    switch arrival {
    case .event(.echo(let due), let time): lateness = time - .nanoseconds(due)
    case .event(let event, let time): try take(event, at: time)
    case .opened(_, let name): line.say("connected: \(name?.printable ?? "somebody")")
    case .closed: line.say("disconnected: nobody listens there now")
    case .readable(signals.descriptor): for signal in signals.read() { try take(signal) }
    case .readable(renderer.descriptor): try takeRendering()
    case .readable: break
    }
  }

  private mutating func take(_ event: PortEvent, at time: Duration) throws {
    follower.receive(event, at: time)
    hasHeardMaster = true
    knobs.receive(event, at: time)
    guard let launch, case .message(.noteOn(let key, let level, _)) = event, level.value > 0 else {
      return
    }
    try start(section: key.number - launch.number)
  }

  private mutating func take(_ signal: Signals.Kind) throws {
    switch signal {
    case .suspend: try suspend()
    case .resume: keys?.attend()
    case .hangup, .interrupt, .quit, .terminate: outcome = .signal(signal)
    }
  }

  /// Silences all, lets the system stop the program, and plays on when it is continued.
  private mutating func suspend() throws {
    let wasPlaying = sequencer.transport.isPlaying(at: try sequencer.now())
    try sequencer.perform { $0.pause(at: $1) }
    let silent = try sequencer.now() + Transport.timeToAct
    while try sequencer.now() < silent { _ = try sequencer.turn(until: silent) }
    line.clear()
    keys?.release()
    signals.suspend()
    keys?.attend()
    if wasPlaying, !settings.follows { try sequencer.perform { $0.play(at: $1) } }
  }

  /// Has the piece made anew where its files were saved.
  mutating func attendToFiles(at now: Duration) {
    if !watch.changed(at: now).isEmpty {
      isEdited = true
      renderer.request(controls)
    }
  }

  /// Plays what was made anew, from the next bar line or beat on.
  private mutating func takeRendering() throws {
    switch renderer.take() {
    case .success(let new):
      let wasFaulty = !lastFault.isEmpty
      lastFault = ""
      for (knob, value) in new.knobs { knobs.place(knob, at: value) }
      let isNew = new.schedule != take.schedule
      take = new
      watch.watch(new.files, at: try sequencer.now())
      if isNew { try replace(with: new.schedule) }
      guard isEdited, isNew || wasFaulty else { break }
      isEdited = false
      line.say(
        isNew
          ? "edited: from the next \(settings.quantum) on" : "without fault again; it plays on")
    case .failure(let error): tell(error)
    case nil: break
    }
  }

  private mutating func replace(with schedule: Schedule) throws {
    let awaited = sequencer.withOutput { $0.awaited }
    try sequencer.replace(with: schedule)
    for name in sequencer.withOutput({ $0.awaited }) where !awaited.contains(name) {
      sayAwaited(name)
    }
  }

  private mutating func tell(_ error: any Error) {
    isEdited = false
    let fault = (error as? Failure)?.message ?? "\(error)"
    guard fault != lastFault else { return }
    lastFault = fault
    line.say(fault + "\nthe piece as it was plays on")
  }
}
