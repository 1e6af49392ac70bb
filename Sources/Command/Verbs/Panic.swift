import ALSA
import ArgumentParser
import Notation
import Playback

/// The verb `panic`.
struct Panic: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Silences a synth: switches off everything that may sound, on all channels.",
    discussion: """
      It lets go of the pedal, switches off all notes and all sound, resets all controllers and \
      the bend, and then lets go of each key by itself, no faster than a MIDI cable can carry it: \
      in about two seconds.

      EXAMPLE:
        jorga panic --to fluid
        jorga panic --to 128:0 --to 20:0
      """)

  @Option(help: "The port to silence: NAME or CLIENT:PORT of 'jorga ports'; may be repeated.")
  var to: [String] = []

  func run() throws {
    var output = try ALSAOutput()
    let choice = try PortChoice(of: output.client, .to)
    guard !to.isEmpty else {
      throw Failure(
        code: .usage,
        message: "error: which port?\nwrite --to with one of:\n\(PortChoice.lines(choice.ports))")
    }
    let ports = try to.map { word throws(Failure) in try choice.port(word) }
    for port in ports { try output.open(Route(to: port.address.description)) }
    try PortChoice.checkConnected(output)
    let start = try output.now
    let events = Silence.events(on: ports.indices, from: start)
    try output.send(events)
    let end = start + Silence.timeOfMessage * Silence.messages.count
    while try output.now < end {
      for case .closed(let route) in try output.wait(until: end) {
        throw Failure(
          code: .noInput,
          message: "error: '\(ports[route].description.printable)' is gone\n"
            + "list what is there with 'jorga ports'")
      }
    }
  }
}
