import ALSA
import Music
import Notation
import Playback

extension LiveSession {
  /// How the piece is just now, for a terminal; in a pipe nobody is told.
  mutating func showStatus(at now: Duration) {
    guard StandardOutput.progressColumns != nil else { return }
    line.show(status(at: now))
  }

  private func status(at now: Duration) -> Status {
    let transport = sequencer.transport
    let (position, schedule) = (transport.position(at: now), transport.schedule)
    var status = Status()
    status.state =
      transport.isPlaying(at: now) ? .playing : settings.follows ? awaitedOfMaster : .paused
    status.bar = position.bar + schedule.firstNumber
    status.bars = schedule.bars.count - 1 + schedule.firstNumber
    status.beat = position.beat + 1
    status.section = position.section.map { schedule.sections[$0].name }
    status.tempo = settings.follows ? .seconds(60) / follower.quarter : position.beatsPerMinute
    status.amounts = shownAmounts
    status.muted = transport.muted.map { $0 + 1 }
    status.soloed = transport.soloed.map { $0 + 1 }
    status.lateness = lateness
    status.question = liveKeys.isSolo ? "solo of which track?" : nil
    return status
  }

  /// Some masters send their clock while they stand still, and never start by themselves.
  private var awaitedOfMaster: Status.State {
    follower.state == .stopped && follower.isHeard ? .waitingForStart : .waiting
  }

  private var shownAmounts: [Status.Amount] {
    if let amount = take.amount {
      let value = Fraction(Int((amount * 1000).rounded()), 1000)
      return [Status.Amount(name: "blend", value: value, isChosen: true)]
    }
    return amounts.enumerated().map { number, amount in
      Status.Amount(
        name: "cc\(amount.knob)", value: amount.value, isChosen: number == chosen % amounts.count)
    }
  }

  /// Says what plays, and where; of a port that nobody named, how to connect it.
  mutating func announce(_ live: LiveOptions, isRealTime: Bool) {
    let schedule = sequencer.transport.schedule
    let bars = counted(schedule.bars.count, "bar")
    let timer = sequencer.withOutput { "\($0.queue.timer)" }
    let rights = isRealTime ? "real-time scheduling" : "no real-time rights"
    line.say("playing: \(schedule.title.printable), \(bars); \(timer), \(rights)")
    if live.destinations.isEmpty {
      let port = sequencer.withOutput { $0.port(of: 0) }
      line.say("sending: \(port) Jorga:out; name --to, or 'aconnect \(port) CLIENT:PORT'")
    }
    if live.listens, live.sources.isEmpty,
      let port = sequencer.withOutput({ try? $0.listen() })
    {
      line.say("listening: \(port) Jorga:in; name --from, or 'aconnect CLIENT:PORT \(port)'")
    }
    let awaited = sequencer.withOutput { $0.awaited }
    for name in awaited { sayAwaited(name) }
  }

  /// Says that a port is not there yet, and which one may have been meant.
  mutating func sayAwaited(_ name: String) {
    let nearest = sequencer.withOutput { output in
      let directions = [PortChoice.Direction.to, .from]
      let client = output.client
      return directions.compactMap { try? PortChoice(of: client, $0).nearest(to: name) }.first
    }
    let hint = nearest.map { "'\($0.printable)' is there; " } ?? ""
    line.say("waiting for: \(name.printable); \(hint)'jorga ports' lists what is there")
  }
}
