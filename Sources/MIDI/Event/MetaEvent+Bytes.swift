import Music

extension MetaEvent {
  /// Reads the content of a meta event.
  ///
  /// - Returns: Nothing where a known type has a length or a value that it cannot have.
  init?(type: UInt8, content: some RandomAccessCollection<UInt8>) {
    let bytes = Array(content)
    if let kind = TextKind(rawValue: type) {
      self = .text(kind, Text(bytes: bytes))
      return
    }
    switch (type, bytes.count) {
    case (0x00, 2): self = .sequenceNumber(UInt16(bytes[0]) << 8 | UInt16(bytes[1]))
    case (0x20, 1):
      guard bytes[0] < 16 else { return nil }
      self = .channelPrefix(Channel(status: bytes[0]))
    case (0x21, 1): self = .port(bytes[0])
    case (0x51, 3):
      let length = bytes.reduce(0) { $0 << 8 | Int($1) }
      guard let tempo = Tempo(microsecondsPerBeat: length) else { return nil }
      self = .tempo(tempo)
    case (0x54, 5): self = .smpteOffset(bytes[0], bytes[1], bytes[2], bytes[3], bytes[4])
    case (0x58, 4):
      self = .timeSignature(
        TimeSignature(
          numerator: bytes[0], denominatorPower: bytes[1], clocksPerClick: bytes[2],
          thirtySecondsPerBeat: bytes[3]))
    case (0x59, 2):
      let sharps = Int(Int8(bitPattern: bytes[0]))
      guard let key = KeySignature(sharps: sharps, isMinor: bytes[1] == 1), bytes[1] < 2 else {
        return nil
      }
      self = .keySignature(key)
    case (0x7F, _): self = .sequencerSpecific(bytes)
    case (0x00, _), (0x20, _), (0x21, _), (0x51, _), (0x54, _), (0x58, _), (0x59, _): return nil
    default: self = .other(type, bytes)
    }
  }

  /// The type and the content.
  var bytes: (type: UInt8, content: [UInt8]) {
    switch self {
    case .sequenceNumber(let number): (0x00, [UInt8(number >> 8), UInt8(number & 0xFF)])
    case .text(let kind, let text): (kind.rawValue, text.bytes)
    case .channelPrefix(let channel): (0x20, [channel.byte])
    case .port(let number): (0x21, [number])
    case .tempo(let tempo):
      (0x51, [16, 8, 0].map { UInt8(truncatingIfNeeded: tempo.microsecondsPerBeat >> $0) })
    case .smpteOffset(let hours, let minutes, let seconds, let frames, let hundredths):
      (0x54, [hours, minutes, seconds, frames, hundredths])
    case .timeSignature(let signature):
      (
        0x58,
        [
          signature.numerator, signature.denominatorPower, signature.clocksPerClick,
          signature.thirtySecondsPerBeat,
        ]
      )
    case .keySignature(let key):
      (0x59, [UInt8(bitPattern: Int8(key.sharps)), key.isMinor ? 1 : 0])
    case .sequencerSpecific(let content): (0x7F, content)
    case .other(let type, let content): (type, content)
    }
  }
}
