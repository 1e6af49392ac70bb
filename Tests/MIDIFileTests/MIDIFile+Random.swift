import Music

@testable import MIDI

extension MIDIFile {
  /// Any file: of any format and division, with other chunks, a longer header and a RIFF file
  /// around it now and then.
  static func random(using random: inout some RandomNumberGenerator) -> MIDIFile {
    let format = Format.allCases.randomElement(using: &random) ?? .single
    var file = MIDIFile(format: format, division: .random(using: &random), tracks: [])
    for _ in 0..<(format == .single ? 1 : Int.random(in: 0...4, using: &random)) {
      file.addAliens(using: &random)
      file.chunks.append(.track(.random(using: &random)))
    }
    file.addAliens(using: &random)
    file.usesRunningStatus = Bool.random(using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      file.headerRest = [UInt8].random(0...9, using: &random)
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      file.wrapper = Wrapper(
        before: riffChunks(using: &random), after: riffChunks(using: &random))
    }
    return file
  }

  private mutating func addAliens(using random: inout some RandomNumberGenerator) {
    while Int.random(in: 0..<5, using: &random) == 0 {
      let id = (0..<4).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
      chunks.append(.alien(id: id, content: .random(0...20, using: &random)))
    }
  }

  private static func riffChunks(using random: inout some RandomNumberGenerator) -> [UInt8] {
    let count = Int.random(in: 0...2, using: &random)
    return (0..<count).flatMap { _ in
      let id = ["DISP", "LIST", "DLS "].randomElement(using: &random) ?? "JUNK"
      return CorpusFile.riff(id, .random(0...9, using: &random))
    }
  }
}

extension Division {
  fileprivate static func random(using random: inout some RandomNumberGenerator) -> Division {
    let rate = FrameRate.allCases.randomElement(using: &random)
    if let rate, Int.random(in: 0..<3, using: &random) == 0 {
      return .perFrame(Int.random(in: 1...255, using: &random), rate)
    }
    return .perBeat(Int.random(in: 1...0x7FFF, using: &random))
  }
}

extension Track {
  /// Any track: no to 30 events of every kind, some far apart, and silence behind them.
  static func random(using random: inout some RandomNumberGenerator) -> Track {
    var (track, tick) = (Track(), 0)
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      tick += gap(using: &random)
      track.append(.random(using: &random), at: tick)
    }
    track.end = tick + gap(using: &random)
    return track
  }

  /// Mostly none or a few ticks; also all that numbers of the format are near their ends at, and
  /// more than they can say.
  private static func gap(using random: inout some RandomNumberGenerator) -> Int {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<8: 0
    case 8..<15: Int.random(in: 1...480, using: &random)
    case 15..<19: 1 << (7 * .random(in: 1...4, using: &random)) - .random(in: 0...2, using: &random)
    default: Int.random(in: 1...1 << 32, using: &random)
    }
  }
}

extension TrackEvent {
  fileprivate static func random(
    using random: inout some RandomNumberGenerator
  ) -> TrackEvent {
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<7: .message(.random(using: &random))
    case 7..<10: .meta(.random(using: &random))
    case 10: .systemExclusive(.random(0...200, using: &random))
    default: .escape(.random(0...9, using: &random))
    }
  }
}

extension Message {
  /// Any message; there are few channels and kinds, so that statuses are often the same.
  fileprivate static func random(using random: inout some RandomNumberGenerator) -> Message {
    let status = UInt8.random(in: 8...14, using: &random) << 4 | .random(in: 0...1, using: &random)
    let usual = Bool.random(using: &random) ? 0x90 : status
    return Message(
      status: usual, .random(in: 0...127, using: &random), .random(in: 0...127, using: &random))
  }
}

extension MetaEvent {
  /// The types that have no name here, but for the end of a track.
  private static let unnamedTypes: [UInt8] = (0x0A...0xFF).filter { type in
    ![0x20, 0x21, 0x2F, 0x51, 0x54, 0x58, 0x59, 0x7F].contains(type)
  }

  fileprivate static func random(using random: inout some RandomNumberGenerator) -> MetaEvent {
    func byte() -> UInt8 { .random(in: 0...255, using: &random) }
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return .sequenceNumber(.random(in: 0...0xFFFF, using: &random))
    case 1: return .channelPrefix(Channel(status: byte()))
    case 2: return .port(byte())
    case 3: return .tempo(.microseconds(.random(in: Tempo.storableLengths, using: &random)))
    case 4: return .smpteOffset(byte(), byte(), byte(), byte(), byte())
    case 5:
      return .timeSignature(
        TimeSignature(
          numerator: byte(), denominatorPower: byte(), clocksPerClick: byte(),
          thirtySecondsPerBeat: byte()))
    case 6:
      let sharps = Int.random(in: KeySignature.counts, using: &random)
      let key = KeySignature(sharps: sharps, isMinor: Bool.random(using: &random))
      return key.map(MetaEvent.keySignature) ?? .port(0)
    case 7: return .sequencerSpecific(.random(0...300, using: &random))
    case 8:
      let type = unnamedTypes.randomElement(using: &random) ?? 0x60
      return .other(type, .random(0...9, using: &random))
    default:
      return .text(
        TextKind.allCases.randomElement(using: &random) ?? .text, .random(using: &random))
    }
  }
}

extension Text {
  private static let words = ["", "Adai", "Құрманғазы", "さくら", "🎵 é", "\u{FEFF}a", "a\0b"]

  /// Any text: a word, or bytes of no character set.
  static func random(using random: inout some RandomNumberGenerator) -> Text {
    Bool.random(using: &random)
      ? Text(words.randomElement(using: &random) ?? "")
      : Text(bytes: .random(0...140, using: &random))
  }
}

extension [UInt8] {
  /// Any bytes, so many.
  static func random(
    _ counts: ClosedRange<Int>, using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    (0..<Int.random(in: counts, using: &random)).map { _ in .random(in: 0...255, using: &random) }
  }
}
