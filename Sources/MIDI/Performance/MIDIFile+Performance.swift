import Music

extension MIDIFile {
  /// A file of format 1 that holds a performance: one track of titles, tempo and metre, then one a
  /// voice.
  ///
  ///     let bytes = MIDIFile(performance).bytes
  ///
  /// - Complexity: O(n log n) for n events.
  public init(_ performance: Performance) {
    let conductor = Track(Self.conductor(of: performance), end: performance.end)
    let parts = performance.tracks.map { part in
      let name = TimedEvent(.meta(.text(.trackName, Text(part.name))), at: 0)
      let messages = part.messages.map { TimedEvent(.message($0.message), at: $0.tick) }
      return Track([name] + messages, end: performance.end)
    }
    self.init(division: .perBeat(performance.ticksPerBeat), tracks: [conductor] + parts)
  }

  /// Title, remarks, then tempo before metre before markers at each tick.
  private static func conductor(of performance: Performance) -> [TimedEvent] {
    var events = [TimedEvent(.meta(.text(.trackName, Text(performance.title))), at: 0)]
    events += performance.remarks.map { TimedEvent(.meta(.text(.text, Text($0))), at: 0) }
    events += performance.tempi.map { TimedEvent(.meta(.tempo($0.content)), at: $0.tick) }
    events += performance.metres.map {
      TimedEvent(.meta(.timeSignature(TimeSignature($0.content))), at: $0.tick)
    }
    events += performance.markers.map {
      TimedEvent(.meta(.text(.marker, Text($0.content))), at: $0.tick)
    }
    return events.enumerated()
      .sorted { ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset) }.map(\.element)
  }
}
