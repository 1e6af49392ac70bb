public import Music

/// What a file says beside its messages.
///
/// Source: *Standard MIDI Files 1.0* (RP-001), meta events, and its recommended practices RP-019
/// (names of programs and devices) and RP-032 (XMF patch prefix); the port is a custom of the field.
public enum MetaEvent: Hashable, Sendable {
  /// The kinds of text, each with its type byte.
  public enum TextKind: UInt8, CaseIterable, Hashable, Sendable {
    case text = 0x01
    case copyright = 0x02
    case trackName = 0x03
    case instrumentName = 0x04
    case lyric = 0x05
    case marker = 0x06
    case cuePoint = 0x07
    case programName = 0x08
    case deviceName = 0x09
  }

  /// A number for the track, `00`.
  case sequenceNumber(UInt16)
  /// Words of some kind, `01` to `09`.
  case text(TextKind, Text)
  /// The channel that the next meta events speak of, `20`.
  case channelPrefix(Channel)
  /// The port of the track, `21`.
  case port(UInt8)
  /// The tempo from here on, `51`.
  case tempo(Tempo)
  /// The time at which the track begins, `54`: hours with the rate, minutes, seconds, frames,
  /// hundredths.
  case smpteOffset(UInt8, UInt8, UInt8, UInt8, UInt8)
  /// The metre from here on, `58`.
  case timeSignature(TimeSignature)
  /// The key from here on, `59`.
  case keySignature(KeySignature)
  /// What only one maker's programs read, `7F`.
  case sequencerSpecific([UInt8])
  /// Anything else, kept as it is: its type and its bytes.
  case other(UInt8, [UInt8])
}

/// How a bar is written: so many of a note value.
///
/// It is what a file can say of a ``Metre``: the groups of an additive metre are not kept, but for
/// the clicks of the metronome.
public struct TimeSignature: Hashable, Sendable {
  /// The number above the line.
  public let numerator: UInt8
  /// The number below the line as a power of two: 3 for eighths.
  public let denominatorPower: UInt8
  /// MIDI clocks, 24 to a quarter note, in a click of the metronome.
  public let clocksPerClick: UInt8
  /// Written 32nds in 24 MIDI clocks; 8 unless the beat is no quarter note.
  public let thirtySecondsPerBeat: UInt8

  /// A time signature of any numbers.
  public init(
    numerator: UInt8, denominatorPower: UInt8, clocksPerClick: UInt8 = 24,
    thirtySecondsPerBeat: UInt8 = 8
  ) {
    self.numerator = numerator
    self.denominatorPower = denominatorPower
    self.clocksPerClick = clocksPerClick
    self.thirtySecondsPerBeat = thirtySecondsPerBeat
  }

  /// The time signature of a metre.
  ///
  /// A click is a pulse, or three eighths in a compound metre.
  public init(_ metre: Metre) {
    let isCompound = metre.unit == 8 && metre.groups.allSatisfy { $0 == 3 }
    self.init(
      numerator: UInt8(metre.pulses), denominatorPower: UInt8(metre.unit.trailingZeroBitCount),
      clocksPerClick: UInt8(max(1, isCompound ? 36 : 96 / metre.unit)))
  }

  /// The number below the line: 8 for eighths; at most 2^62.
  public var denominator: Int { 1 << min(62, Int(denominatorPower)) }

  /// The metre with its usual groups, or nothing where the numbers are no metre's.
  public var metre: Metre? {
    denominatorPower > 6 ? nil : Metre(pulses: Int(numerator), unit: 1 << Int(denominatorPower))
  }
}
