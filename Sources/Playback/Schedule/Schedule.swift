import MIDI
import Music

/// All that is sent in a piece, in order, and where its bars and sections are.
///
/// Times are in ticks from the beginning, of which a quarter note has a multiple of 24, so that
/// every MIDI clock is on one.
public struct Schedule: Hashable, Sendable {
  /// Something that is sent.
  public struct Entry: Hashable, Sendable {
    /// When, in ticks.
    public let tick: Int
    /// The number of its track.
    public let track: Int
    /// What.
    public let event: PortEvent
  }

  /// Who sends.
  public struct Track: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// The port by which its events leave, where it names one.
    public let port: String?
  }

  /// A part of the piece with a name.
  public struct Section: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// The number of its first bar, counted from 0.
    public let bar: Int
  }

  /// What the piece is called.
  public let title: String
  /// Ticks in a quarter note.
  public let ticksPerBeat: Int
  /// What is sent, in order.
  public let entries: [Entry]
  /// Who sends.
  public let tracks: [Track]
  /// Where its bars are.
  public let bars: Bars
  /// The sections in order.
  public let sections: [Section]
  /// Whether the first bar is a pickup, which is counted as bar 0.
  public let hasPickup: Bool
  let tempi: Tempi
  /// The places among the entries of messages that are no notes.
  let settings: [Int]

  /// A piece.
  ///
  /// - Parameters:
  ///   - title: What it is called.
  ///   - ticksPerBeat: Ticks in a quarter note; they become more where 24 does not divide them.
  ///   - entries: What is sent, in any order; at one tick it stays as it is.
  ///   - tracks: Who sends.
  ///   - tempi: The tempo from ticks on, in order.
  ///   - metres: The length of a bar and of its beats from bar lines on, in ticks.
  ///   - names: What begins at ticks, in order.
  ///   - end: Where the piece ends; its last bar goes on to its bar line.
  ///   - hasPickup: Whether the first bar is a pickup.
  /// - Complexity: O(n log n) for n entries.
  init(
    title: String, ticksPerBeat: Int, entries: [Entry], tracks: [Track],
    tempi: [(tick: Int, tempo: Tempo)], metres: [(tick: Int, bar: Int, beat: Int)],
    names: [(tick: Int, name: String)], end: Int, hasPickup: Bool = false
  ) {
    let factor = ticksPerBeat % 24 == 0 ? 1 : 24
    self.title = title
    self.tracks = tracks
    self.hasPickup = hasPickup
    self.ticksPerBeat = ticksPerBeat * factor
    self.tempi = Tempi(
      tempi.map { ($0.tick * factor, $0.tempo) }, ticksPerBeat: ticksPerBeat * factor)
    self.entries = entries.enumerated()
      .sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }
      .map { Entry(tick: $1.tick * factor, track: $1.track, event: $1.event) }
    settings = self.entries.indices.filter { [entries = self.entries] in
      if case .message(let message) = entries[$0].event { !message.isNote } else { false }
    }
    // A tick behind the bar line is there only so that a last note can end.
    let last = max(1, (self.entries.last?.tick ?? 0) - factor, (end - 1) * factor)
    let bars = Bars(
      metres.map { ($0.tick * factor, $0.bar * factor, $0.beat * factor) }, until: last)
    self.bars = bars
    sections = names.map { Section(name: $0.name, bar: bars.bar(at: $0.tick * factor)) }
  }

  /// Where the last bar ends, in ticks.
  public var length: Int { bars.end }

  /// The number of the first bar: 1, or 0 where it is a pickup.
  public var firstNumber: Int { hasPickup ? 0 : 1 }

  /// The first entry at a tick or later.
  ///
  /// - Complexity: O(log n) for n entries.
  func index(from tick: Int) -> Int {
    entries.partitioningIndex { $0.tick >= tick }
  }
}

extension Message {
  /// Whether a key goes down or up.
  var isNote: Bool {
    switch self {
    case .noteOn, .noteOff: true
    default: false
    }
  }
}
