import Music

/// How a performance is laid out in a file.
///
///     var layout = Layout()
///     layout.format = .single
///     layout.reset = .generalMIDI
///     let bytes = MIDIFile(performance, layout: layout).bytes
public struct Layout: Hashable, Sendable {
  /// What a synthesizer is told before all else: to be as it was when it was new.
  ///
  /// Source of the bytes: *General MIDI System Level 1* (RP-003) and *General MIDI 2* (RP-024),
  /// system messages; the manuals of Roland's GS and Yamaha's XG.
  public enum Reset: String, CaseIterable, Hashable, Sendable {
    case generalMIDI = "gm"
    case generalMIDI2 = "gm2"
    case gs, xg

    /// What follows the status byte F0.
    var content: [UInt8] {
      switch self {
      case .generalMIDI: [0x7E, 0x7F, 0x09, 0x01, 0xF7]
      case .generalMIDI2: [0x7E, 0x7F, 0x09, 0x03, 0xF7]
      case .gs: [0x41, 0x10, 0x42, 0x12, 0x40, 0x00, 0x7F, 0x00, 0x41, 0xF7]
      case .xg: [0x43, 0x10, 0x4C, 0x00, 0x00, 0x7E, 0x00, 0xF7]
      }
    }
  }

  /// One track for all, or a track each.
  public var format = MIDIFile.Format.simultaneous

  /// Whether a status byte is left out where it is that of the message before.
  public var usesRunningStatus = false

  /// What the synthesizer is told first.
  ///
  /// The music then begins bars later, so that there is time for it: at least a tenth of a second.
  public var reset: Reset?

  /// A track each, every status byte, no reset.
  public init() {}

  /// How long a synthesizer is given after a reset, in microseconds.
  ///
  /// Source: Roland and Yamaha ask for 50 ms in their manuals; General MIDI devices want more.
  private static let resetTime = 100_000

  /// How many ticks the music waits: whole bars of the first metre.
  func wait(before performance: Performance) -> Int {
    guard reset != nil else { return 0 }
    let metre = performance.metres.first?.content ?? .common
    let bar = max(1, metre.pulses * 4 * performance.ticksPerBeat / metre.unit)
    let tempo = performance.tempi.first?.content.microsecondsPerBeat ?? 500_000
    let needed = (Self.resetTime * performance.ticksPerBeat + tempo - 1) / tempo
    return (needed + bar - 1) / bar * bar
  }
}
