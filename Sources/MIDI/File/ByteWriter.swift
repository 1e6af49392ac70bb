/// Writes bytes into memory that is known to be large enough.
struct ByteWriter {
  private let start: UnsafeMutableRawPointer
  private var place: UnsafeMutableRawPointer

  /// How many bytes are written at once, and so may be touched behind the last one that counts.
  static let slack = 4

  init(_ start: UnsafeMutableRawPointer) {
    self.start = start
    place = start
  }

  /// How many bytes were written.
  var count: Int { place - start }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    place.storeBytes(of: byte, as: UInt8.self)
    place += 1
  }

  @inline(__always)
  mutating func append(_ content: ArraySlice<UInt8>) {
    content.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      place.copyMemory(from: base, byteCount: bytes.count)
      place += bytes.count
    }
  }

  /// A number with its most significant byte first.
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    place.storeBytes(of: number.bigEndian, as: Number.self)
    place += MemoryLayout<Number>.size
  }

  /// A number of one to four bytes.
  ///
  /// - Precondition: It is one of ``VariableLength/numbers``.
  @inline(__always)
  mutating func append(length number: Int) {
    if number >= 1 << 7 {
      if number >= 1 << 14 {
        if number >= 1 << 21 { append(UInt8(truncatingIfNeeded: number >> 21) | 0x80) }
        append(UInt8(truncatingIfNeeded: number >> 14) | 0x80)
      }
      append(UInt8(truncatingIfNeeded: number >> 7) | 0x80)
    }
    append(UInt8(truncatingIfNeeded: number) & 0x7F)
  }
}

// MARK: Tracks

extension ByteWriter {
  /// A chunk `MTrk` with its length and its events, each after the ticks since the one before.
  mutating func append(_ track: Track, usesRunningStatus: Bool) {
    append(ChunkHead.track)
    let lengthPlace = place
    append(UInt32(0))
    var moment = Moment()
    track.records.withUnsafeBufferPointer { records in
      var page = Track.Page()
      for next in track.pages {
        append(records[page.first..<next.first], on: page, of: track, &moment, usesRunningStatus)
        page = next
      }
      append(records[page.first...], on: page, of: track, &moment, usesRunningStatus)
    }
    bridge(to: track.end, &moment)
    append(length: track.end - moment.tick)
    append(Self.endOfTrack)
    append(UInt8(0))
    let length = place - lengthPlace - 4
    lengthPlace.storeBytes(
      of: UInt32(truncatingIfNeeded: length).bigEndian, as: UInt32.self)
  }

  private static let endOfTrack: UInt16 = 0xFF2F

  /// Where the writing is: when the last event was, and the status byte that need not be repeated.
  private struct Moment {
    var tick = 0
    var running: UInt8 = 0
  }

  private mutating func append(
    _ slice: Slice<UnsafeBufferPointer<Track.Record>>, on page: Track.Page, of track: Track,
    _ moment: inout Moment, _ usesRunningStatus: Bool
  ) {
    for record in UnsafeBufferPointer(rebasing: slice) {
      let tick = page.tick + Int(record.tick)
      bridge(to: tick, &moment)
      append(length: tick - moment.tick)
      moment.tick = tick
      if record.status < 0xF0 {
        append(message: record, isStated: record.status != moment.running || !usesRunningStatus)
        moment.running = record.status
      } else {
        append(record.status)
        append(event: track.contents[page.content + record.content], status: record.status)
        moment.running = 0
      }
    }
  }

  /// The status byte, where it is stated, and the data bytes: four bytes at once, of which those
  /// count that the message has.
  @inline(__always)
  private mutating func append(message record: Track.Record, isStated: Bool) {
    let data = UInt32(record.first) | UInt32(record.second) << 8
    let word = isStated ? UInt32(record.status) | data << 8 : data
    place.storeBytes(of: word.littleEndian, as: UInt32.self)
    place += Message.dataCount(of: record.status) + (isStated ? 1 : 0)
  }

  /// The type of a meta event, the length of the rest, and the rest.
  private mutating func append(event content: ArraySlice<UInt8>, status: UInt8) {
    var rest = content
    if status == 0xFF, let type = rest.popFirst() { append(type) }
    append(length: rest.count)
    append(rest)
  }

  /// Empty texts where the next event is further away than a number can say.
  @inline(__always)
  private mutating func bridge(to tick: Int, _ moment: inout Moment) {
    while tick - moment.tick > VariableLength.numbers.upperBound {
      append([0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0x01, 0x00])
      moment.tick += VariableLength.numbers.upperBound
      moment.running = 0
    }
  }
}
