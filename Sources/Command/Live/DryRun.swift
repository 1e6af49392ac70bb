import Notation
import Playback

/// What ports would be sent, as text: a piece is played on a clock that does not wait.
struct DryRun {
  private let transport: Transport
  private let routes: [Route]

  init(of transport: Transport, by routes: [Route]) {
    (self.transport, self.routes) = (transport, routes)
  }

  /// Prints each event with its time from the beginning on, in seconds, and its port.
  func write() throws {
    var sequencer = Sequencer(transport, on: RecordingOutput(), by: routes)
    _ = sequencer.turn(until: .zero)
    sequencer.perform { $0.play(at: $1) }
    let begin = sequencer.now() + Transport.timeToAct
    while true {
      _ = sequencer.turn()
      let names = sequencer.output.routes.map { $0.destination ?? "out" }
      let lines = sequencer.output.delivered.map { due in
        "\((due.time - begin).inSeconds)  \(names[due.route].printable)  \(due.event.words)\n"
      }
      sequencer.withOutput { $0.forget() }
      try StandardOutput.write(lines.joined())
      if sequencer.hasEnded() { return }
    }
  }
}
