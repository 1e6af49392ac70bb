import CALSA
import Glibc
import Playback

/// File descriptors that are waited for: the sequencer's, and others.
struct Descriptors {
  private var polled: [pollfd]

  /// How long is waited at once; who asks for more asks again.
  private static let longest = Duration.seconds(3600)

  /// Those of a client, of which there is one.
  init(of client: Client) {
    var own = pollfd()
    snd_seq_poll_descriptors(client.handle, &own, 1, Int16(POLLIN))
    polled = [own]
  }

  mutating func insert(_ descriptor: CInt) {
    guard !polled.dropFirst().contains(where: { $0.fd == descriptor }) else { return }
    polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
  }

  mutating func remove(_ descriptor: CInt) {
    polled = polled.prefix(1) + polled.dropFirst().filter { $0.fd != descriptor }
  }

  /// Waits until one has something to read, or the sequencer has room, where that is wanted.
  ///
  /// - Parameters:
  ///   - time: How long at most, from now on.
  ///   - wantsRoom: Whether room for events ends it.
  /// - Returns: Those that have something to read, other than the sequencer's.
  /// - Throws: ``ALSAError`` where the sequencer's is broken.
  mutating func wait(for time: Duration, orRoom wantsRoom: Bool) throws(ALSAError) -> [CInt] {
    polled[0].events = Int16(POLLIN | (wantsRoom ? POLLOUT : 0))
    let limit = Int64(min(max(time, .zero), Self.longest).nanoseconds)
    let count = calsa_wait(&polled, nfds_t(polled.count), limit)
    guard count >= 0 else {
      guard errno == EINTR else { throw ALSAError(attempt: "wait", code: -errno) }
      return []
    }
    guard CInt(polled[0].revents) & (POLLERR | POLLHUP | POLLNVAL) == 0 else {
      throw ALSAError(attempt: "wait for the sequencer", code: -ENODEV)
    }
    return polled.dropFirst().filter { $0.revents != 0 }.map(\.fd)
  }
}
