/// What a tick of a file is.
public enum Division: Hashable, Sendable {
  /// The rates of frames that a file can count.
  public enum FrameRate: Int8, CaseIterable, Hashable, Sendable {
    case film = -24
    case television = -25
    case dropFrame = -29
    case thirty = -30

    /// Frames in a second; of drop frames 30 000 / 1001.
    public var framesPerSecond: Double {
      self == .dropFrame ? 30_000 / 1001 : Double(-rawValue)
    }
  }

  /// A part of a quarter note, 1 to 32767 of them to one.
  case perBeat(Int)
  /// A part of a frame, 1 to 255 of them to one; tempo then sets no time.
  case perFrame(Int, FrameRate)

  /// Source: *Standard MIDI Files 1.0* (RP-001), header chunk, division.
  init?(word: UInt16) {
    if word & 0x8000 == 0 {
      guard word > 0 else { return nil }
      self = .perBeat(Int(word))
    } else {
      guard let rate = FrameRate(rawValue: Int8(truncatingIfNeeded: word >> 8)), word & 0xFF > 0
      else { return nil }
      self = .perFrame(Int(word & 0xFF), rate)
    }
  }

  var word: UInt16 {
    switch self {
    case .perBeat(let ticks): UInt16(min(max(1, ticks), 0x7FFF))
    case .perFrame(let ticks, let rate):
      UInt16(UInt8(bitPattern: rate.rawValue)) << 8 | UInt16(min(max(1, ticks), 0xFF))
    }
  }
}
