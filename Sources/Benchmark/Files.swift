import MIDI
import Music

/// How fast MIDI files are read and written, in memory.
enum Files {
  /// Events of the file that is read and written.
  private static let events = 5_000_000

  /// Writes and reads a large file, each three times; the best rates, in events a second.
  static func rates() throws -> (writing: Double, reading: Double) {
    let file = large(events: events)
    let clock = ContinuousClock()
    var bytes: [UInt8] = []
    var (writing, reading) = (0.0, 0.0)
    for _ in 0..<3 {
      let time = clock.measure { bytes = file.bytes }
      writing = max(writing, Double(events) / (time / .seconds(1)))
    }
    for _ in 0..<3 {
      var read: MIDIFile?
      let time = try clock.measure { read = try MIDIFile(strictly: bytes) }
      guard read == file else { throw Failure(description: "a file did not read back the same") }
      reading = max(reading, Double(events) / (time / .seconds(1)))
    }
    return (writing, reading)
  }

  /// A file of notes and controllers on all channels, at distances of one byte and two.
  private static func large(events: Int) -> MIDIFile {
    var random = SplitMix64(seed: 1)
    var track = Track()
    var tick = 0
    for _ in 0..<events {
      let bits = random.next()
      tick += Int(bits >> 3 & (bits & 7 == 0 ? 0x1FF : 0x3F))
      track.append(.message(message(from: bits >> 16)), at: tick)
    }
    return MIDIFile(format: .single, division: .perBeat(480), tracks: [track])
  }

  private static func message(from bits: UInt64) -> Message {
    let (first, second) = (Int(bits & 0x7F), Int(bits >> 8 & 0x7F))
    let channel = Channel(Int(bits >> 16 & 0xF) + 1) ?? .drums
    let level = Level(second) ?? .usualRelease
    return switch bits >> 24 & 7 {
    case 0: .bend(Bend(second - first) ?? .none, channel)
    case 1...4: .noteOn(Key(clamping: first), level, channel)
    default: .noteOff(Key(clamping: first), release: level, channel)
    }
  }
}
