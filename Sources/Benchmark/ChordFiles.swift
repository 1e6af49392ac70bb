import MIDI
import Music

/// The files that are measured: chords on sixteen channels.
enum ChordFiles {
  private static let channels = Channel.numbers.compactMap { Channel($0) }
  private static let silence = Level(0) ?? .usualRelease

  /// A file of sixteen tracks, all notes, under running status.
  static func large(events: Int) -> MIDIFile {
    var random = SplitMix64(seed: 1)
    let tracks = channels.map { channel in
      track(of: events / channels.count, on: channel, named: nil, using: &random)
    }
    var file = MIDIFile(division: .perBeat(480), tracks: tracks)
    file.usesRunningStatus = true
    return file
  }

  /// A file of a few named tracks and some 200 events.
  static func small(seed: UInt64) -> MIDIFile {
    var random = SplitMix64(seed: seed)
    let tempo = Track([
      TimedEvent(.meta(.text(.trackName, Text("song \(seed)"))), at: 0),
      TimedEvent(.meta(.timeSignature(TimeSignature(Metre.common))), at: 0),
    ])
    let parts = channels.prefix(3).map { channel in
      track(of: 66, on: channel, named: "part \(channel.number)", using: &random)
    }
    var file = MIDIFile(division: .perBeat(480), tracks: [tempo] + parts)
    file.usesRunningStatus = true
    return file
  }

  private static func track(
    of events: Int, on channel: Channel, named name: String?, using random: inout SplitMix64
  ) -> Track {
    var track = Track()
    if let name { track.append(.meta(.text(.trackName, Text(name))), at: 0) }
    var tick = 0
    while track.count < events {
      let bits = random.next()
      let root = 20 + Int(bits & 63)
      for third in 0..<3 {
        let level = Level(1 + Int(bits >> (8 + 8 * third) & 63)) ?? .usualRelease
        track.append(.message(.noteOn(Key(clamping: root + 4 * third), level, channel)), at: tick)
      }
      tick += Int(bits >> 40 & (bits >> 32 & 3 == 0 ? 0x3FF : 0x7F))
      for third in 0..<3 {
        track.append(
          .message(.noteOn(Key(clamping: root + 4 * third), silence, channel)), at: tick)
      }
      tick += Int(bits >> 52 & (bits >> 34 & 3 == 0 ? 0x3FF : 0x3F))
    }
    return track
  }
}
