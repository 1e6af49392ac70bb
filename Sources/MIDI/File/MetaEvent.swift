import Music

/// What a file says beside its messages.
///
/// Source: *Standard MIDI Files 1.0* (RP-001), meta events: `FF`, a type, a length, the content.
enum MetaEvent: Hashable, Sendable {
  /// The kinds of text, each with its type byte.
  enum Text: UInt8 {
    case text = 0x01
    case trackName = 0x03
    case marker = 0x06
  }

  case text(Text, String)
  case tempo(Tempo)
  case timeSignature(Metre)
  case endOfTrack

  /// The most bytes of a text; a longer one is cut between two characters.
  private static let longestText = 65_535

  var bytes: [UInt8] {
    switch self {
    case .text(let kind, let text): Self.event(kind.rawValue, Self.encoded(text))
    case .tempo(let tempo):
      Self.event(
        0x51, [16, 8, 0].map { UInt8(truncatingIfNeeded: tempo.microsecondsPerBeat >> $0) })
    case .timeSignature(let metre):
      Self.event(
        0x58,
        [
          UInt8(metre.pulses), UInt8(metre.unit.trailingZeroBitCount), Self.clocks(of: metre), 8,
        ])
    case .endOfTrack: Self.event(0x2F, [])
    }
  }

  private static func event(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, type] + (VariableLength.bytes(of: content.count) ?? []) + content
  }

  private static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for character in text {
      let encoded = Array(character.utf8)
      guard bytes.count + encoded.count <= longestText else { break }
      bytes += encoded
    }
    return bytes
  }

  /// MIDI clocks in a click of the metronome: a pulse, or three eighths in a compound metre.
  private static func clocks(of metre: Metre) -> UInt8 {
    let isCompound = metre.unit == 8 && metre.groups.allSatisfy { $0 == 3 }
    return UInt8(max(1, isCompound ? 36 : 96 / metre.unit))
  }
}
