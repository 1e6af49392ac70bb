public import Music

extension Track {
  /// What a track holds, counted.
  public struct Summary: Hashable, Sendable {
    /// The first name that the track gives itself.
    public var name: Text?
    /// The channels that messages are sent to.
    public var channels: Set<Channel> = []
    /// The programs that are chosen, in order, each once.
    public var programs: [Program] = []
    /// The lowest and the highest key that is struck.
    public var keys: ClosedRange<Key>?
    /// How many keys go down, with a velocity over 0.
    public var noteOns = 0
    /// How many keys go up, by either kind of message.
    public var noteOffs = 0
    /// How many events there are.
    public var events = 0
  }

  /// Counts what the track holds.
  ///
  /// - Complexity: O(n) for n events.
  public var summary: Summary {
    var tally = Tally()
    records.withUnsafeBufferPointer { records in
      for record in records where record.status < 0xF0 { tally.count(record) }
    }
    var summary = tally.summary
    summary.events = records.count
    summary.name =
      metaEvents.lazy.compactMap { event in
        if case .meta(.text(.trackName, let name)) = event.event { name } else { nil }
      }.first
    return summary
  }

  /// The meta events alone, with their ticks.
  ///
  /// - Complexity: O(n) for n events.
  public var metaEvents: [TimedEvent] {
    guard contents.end > 0 else { return [] }
    let places = records.withUnsafeBufferPointer { records in
      records.indices.filter { records[$0].status == 0xFF }
    }
    return places.map { self[$0] }
  }
}

/// What channel messages are counted by.
private struct Tally {
  private var channels: UInt16 = 0
  private var programs: [UInt8] = []
  private var lowest: UInt8 = 0xFF
  private var highest: UInt8 = 0
  private var noteOns = 0
  private var noteOffs = 0

  mutating func count(_ record: Track.Record) {
    channels |= 1 << UInt16(record.status & 0x0F)
    switch record.status & 0xF0 {
    case 0x90 where record.second > 0:
      noteOns += 1
      lowest = min(lowest, record.first)
      highest = max(highest, record.first)
    case 0x80, 0x90: noteOffs += 1
    case 0xC0: if !programs.contains(record.first) { programs.append(record.first) }
    default: break
    }
  }

  var summary: Track.Summary {
    var summary = Track.Summary()
    summary.channels = Set(
      (0..<16).filter { channels & 1 << UInt16($0) != 0 }.map { Channel(status: UInt8($0)) })
    summary.programs = programs.map(Program.init(data:))
    if lowest <= highest { summary.keys = Key(data: lowest)...Key(data: highest) }
    (summary.noteOns, summary.noteOffs) = (noteOns, noteOffs)
    return summary
  }
}
