import Music

/// A Standard MIDI File of format 1: one track of titles, tempo and metre, then one a voice.
///
///     let bytes = MIDIFile(performance).bytes
///
/// Source: *Standard MIDI Files 1.0* (RP-001) for every byte.
public struct MIDIFile: Sendable {
  /// The whole file.
  public let bytes: [UInt8]

  /// Writes a performance.
  ///
  /// Law: the same performance gives the same bytes.
  ///
  /// - Throws: ``MIDIError/tooLong`` where a track has more bytes than 32 bits can count.
  /// - Complexity: O(n) for n messages.
  public init(_ performance: Performance) throws(MIDIError) {
    var chunks = [try Self.conductor(of: performance)]
    for track in performance.tracks {
      var chunk = TrackChunk()
      try chunk.append(.text(.trackName, track.name), at: 0)
      for message in track.messages { try chunk.append(message.message.bytes, at: message.tick) }
      try chunk.end(at: performance.end)
      chunks.append(chunk)
    }
    bytes =
      Self.header(tracks: chunks.count, ticksPerBeat: performance.ticksPerBeat)
      + chunks.flatMap(\.bytes)
  }

  /// `MThd`, its length 6, format 1, the number of tracks, ticks per quarter note.
  private static func header(tracks: Int, ticksPerBeat: Int) -> [UInt8] {
    Array("MThd".utf8) + UInt32(6).bigEndianBytes + UInt16(1).bigEndianBytes
      + UInt16(tracks).bigEndianBytes + UInt16(ticksPerBeat).bigEndianBytes
  }

  private static func conductor(of performance: Performance) throws(MIDIError) -> TrackChunk {
    var events: [(tick: Int, event: MetaEvent)] = [(0, .text(.trackName, performance.title))]
    events += performance.remarks.map { (0, .text(.text, $0)) }
    events += performance.tempi.map { ($0.tick, .tempo($0.content)) }
    events += performance.metres.map { ($0.tick, .timeSignature($0.content)) }
    events += performance.markers.map { ($0.tick, .text(.marker, $0.content)) }
    var chunk = TrackChunk()
    let ordered = events.enumerated().sorted {
      ($0.element.tick, $0.offset) < ($1.element.tick, $1.offset)
    }
    for (_, entry) in ordered { try chunk.append(entry.event, at: entry.tick) }
    try chunk.end(at: performance.end)
    return chunk
  }
}

/// A chunk `MTrk`: events, each after the ticks since the one before.
private struct TrackChunk {
  private var content: [UInt8] = []
  private var now = 0

  mutating func append(_ event: MetaEvent, at tick: Int) throws(MIDIError) {
    try append(event.bytes, at: tick)
  }

  /// Adds an event; a gap that is longer than a file can say is bridged by empty texts.
  mutating func append(_ event: [UInt8], at tick: Int) throws(MIDIError) {
    while tick - now > VariableLength.numbers.upperBound {
      content += [0xFF, 0xFF, 0xFF, 0x7F] + MetaEvent.text(.text, "").bytes
      now += VariableLength.numbers.upperBound
    }
    guard let delta = VariableLength.bytes(of: tick - now), content.count < UInt32.max >> 1 else {
      throw .tooLong
    }
    content += delta + event
    now = tick
  }

  mutating func end(at tick: Int) throws(MIDIError) {
    try append(.endOfTrack, at: max(now, tick))
  }

  var bytes: [UInt8] {
    Array("MTrk".utf8) + UInt32(content.count).bigEndianBytes + content
  }
}

extension FixedWidthInteger {
  /// The number with its most significant byte first.
  fileprivate var bigEndianBytes: [UInt8] {
    stride(from: Self.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: self >> $0)
    }
  }
}
