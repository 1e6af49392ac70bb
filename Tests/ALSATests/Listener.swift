import Glibc
import Playback

@testable import ALSA

/// A program that listens to a port, another client of this process.
struct Listener {
  let client: Client
  let port: Address
  private var inbox: Inbox

  init(to source: Address, stampedBy queue: Queue, name: String = "Listener") throws {
    try self.init(stampedBy: queue, name: name)
    guard client.connect(source, to: port) else { throw ALSAError(attempt: "connect", code: -1) }
  }

  init(stampedBy queue: Queue?, name: String = "Listener") throws {
    client = try Client(name: name)
    port = try client.openPort("ear", .sink, stampedBy: queue)
    inbox = Inbox(of: client)
  }

  /// All that comes until some clock says a time.
  mutating func receive(until time: Duration, on queue: Queue) throws -> [Received] {
    var received: [Received] = []
    while try queue.now < time {
      received += try inbox.receive().filter { $0.source.client != 0 }
      usleep(2000)
    }
    return try received + inbox.receive()
  }
}
