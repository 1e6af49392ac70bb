/// Writes bytes into memory that is known to be large enough.
struct ByteWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes were written.
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  mutating func append(_ content: some Sequence<UInt8>) {
    for byte in content { append(byte) }
  }

  /// A number with its most significant byte first.
  mutating func append<Number: FixedWidthInteger & UnsignedInteger>(_ number: Number) {
    for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
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

  /// A chunk `MTrk` with its length and its events, each after the ticks since the one before.
  mutating func append(_ track: Track, usesRunningStatus: Bool) {
    append("MTrk".utf8)
    let lengthPlace = count
    append(UInt32(0))
    track.records.withUnsafeBufferPointer { append($0, of: track, usesRunningStatus) }
    let end = count
    count = lengthPlace
    append(UInt32(truncatingIfNeeded: end - lengthPlace - 4))
    count = end
  }

  private mutating func append(
    _ records: UnsafeBufferPointer<Track.Record>, of track: Track, _ usesRunningStatus: Bool
  ) {
    var now = 0
    var running: UInt8 = 0
    for record in records {
      bridge(to: record.tick, from: &now, &running)
      append(length: record.tick - now)
      now = record.tick
      if record.status < 0xF0 {
        if record.status != running || !usesRunningStatus { append(record.status) }
        running = record.status
        append(record.first)
        if Message.dataCount(of: record.status) == 2 { append(record.second) }
      } else {
        append(record, content: track.content(of: record))
        running = 0
      }
    }
    bridge(to: track.end, from: &now, &running)
    append(length: track.end - now)
    append([0xFF, 0x2F, 0x00])
  }

  private mutating func append(_ record: Track.Record, content: ArraySlice<UInt8>) {
    append(record.status)
    if record.status == 0xFF { append(record.first) }
    append(length: content.count)
    append(content)
  }

  /// Empty texts where the next event is further away than a number can say.
  @inline(__always)
  private mutating func bridge(to tick: Int, from now: inout Int, _ running: inout UInt8) {
    while tick - now > VariableLength.numbers.upperBound {
      append([0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0x01, 0x00])
      now += VariableLength.numbers.upperBound
      running = 0
    }
  }
}
