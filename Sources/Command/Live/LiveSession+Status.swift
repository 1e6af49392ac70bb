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
    status.state = transport.isPlaying(at: now) ? .playing : settings.follows ? .waiting : .paused
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

  /// Says what plays, and where.
  mutating func announce(isRealTime: Bool) {
    let schedule = sequencer.transport.schedule
    let bars = counted(schedule.bars.count, "bar")
    let timer = sequencer.withOutput { "\($0.queue.timer)" }
    let rights = isRealTime ? "real-time scheduling" : "no real-time rights"
    line.say("playing: \(schedule.title.printable), \(bars); \(timer), \(rights)")
    let awaited = sequencer.withOutput { $0.awaited }
    for name in awaited { sayAwaited(name) }
  }

  mutating func sayAwaited(_ name: String) {
    line.say("waiting for: \(name.printable); 'jorga ports' lists what is there")
  }
}
