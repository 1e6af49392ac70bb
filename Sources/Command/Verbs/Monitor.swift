import ALSA
import ArgumentParser
import Notation

/// The verb `monitor`.
struct Monitor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what MIDI ports send, with times.",
    discussion: """
      Times are in seconds since it was started, as the kernel stamps them. It ends when it is \
      interrupted. A port that goes away is listened to again when it comes back.

      EXAMPLE:
        jorga monitor --from keystation
        jorga monitor --from 20:0 --from 24:0
      """)

  @Option(
    help: """
      The port to listen to: NAME or CLIENT:PORT of 'jorga ports'; may be repeated. Without it a \
      port is opened that others are connected to.
      """)
  var from: [String] = []

  func run() throws {
    var output = try ALSAOutput()
    let choice = try PortChoice(of: output.client, .from)
    let ports = try from.map { word throws(Failure) in try choice.port(word) }
    let own = try output.listen()
    for word in from { try output.listen(to: word) }
    try PortChoice.checkConnected(output)
    for port in ports { StandardOutput.complain("listening: \(port.description.printable)") }
    if ports.isEmpty {
      StandardOutput.complain(
        "listening: \(own) Jorga:in; connect to it with 'aconnect CLIENT:PORT \(own)'")
    }
    try StandardOutput.write("time  source  event\n")
    while true {
      let received = try output.receive(until: output.now + .seconds(1))
      guard !received.isEmpty else { continue }
      try StandardOutput.write(received.map { Self.line($0) }.joined())
    }
  }

  /// An event as a line: seconds with microseconds, the port it came from, and what it is.
  static func line(_ received: Received) -> String {
    "\(received.time.inSeconds)  \(received.source)  \(received.event.words)\n"
  }
}
