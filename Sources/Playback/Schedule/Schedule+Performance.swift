public import MIDI
import Music

extension Schedule {
  /// What is sent when a piece is played: what its file would hold.
  ///
  /// - Parameters:
  ///   - performance: The piece.
  ///   - hasPickup: Whether its first bar is a pickup.
  /// - Complexity: O(n log n) for n messages.
  public init(_ performance: Performance, hasPickup: Bool = false) {
    let ticksPerBeat = performance.ticksPerBeat
    let sent = performance.tracks.enumerated().flatMap { track, part in
      part.messages.map { (rank: $0.message.rank, tick: $0.tick, track, $0.message) }
    }
    let entries = sent.enumerated()
      .sorted {
        ($0.element.tick, $0.element.rank, $0.offset)
          < ($1.element.tick, $1.element.rank, $1.offset)
      }
      .map { Entry(tick: $1.tick, track: $1.2, event: .message($1.3)) }
    self.init(
      title: performance.title, ticksPerBeat: ticksPerBeat, entries: entries,
      tracks: performance.tracks.map { Track(name: $0.name, port: $0.port) },
      tempi: performance.tempi.map { ($0.tick, $0.content) },
      metres: performance.metres.map {
        let beat = 4 * ticksPerBeat / $0.content.unit
        return ($0.tick, $0.content.pulses * beat, beat)
      },
      names: performance.markers.map { ($0.tick, $0.content) }, end: performance.end,
      hasPickup: hasPickup)
  }
}
