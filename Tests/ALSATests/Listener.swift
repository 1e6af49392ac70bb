import Glibc
import Playback

@testable import ALSA

/// Another program: a client of this process with a port to listen by and one to send from.
struct Listener {
  let client: Client
  let port: Address
  let source: Address
  private var inbox: Inbox

  init(to source: Address? = nil, stampedBy queue: Queue? = nil, name: String = "Listener") throws {
    client = try Client(name: name)
    port = try client.openPort("ear", .sink, stampedBy: queue)
    self.source = try client.openPort("mouth", .source)
    inbox = Inbox(of: client)
    guard let source else { return }
    guard client.connect(source, to: port) else { throw ALSAError(attempt: "connect", code: -1) }
  }

  /// All that has come.
  mutating func receive() throws -> [Received] {
    try inbox.receive()
  }

  /// All that comes until some clock says a time.
  mutating func receive(until time: Duration, on queue: Queue) throws -> [Received] {
    var received: [Received] = []
    while try queue.now < time {
      received += try receive()
      usleep(2000)
    }
    return try received + receive()
  }
}

extension ALSAOutput {
  /// All that arrives for some time.
  mutating func arrivals(for time: Duration) throws -> [Arrival] {
    let end = try now + time
    var arrivals: [Arrival] = []
    while try now < end { arrivals += try wait(until: end) }
    return arrivals
  }
}
