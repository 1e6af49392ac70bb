import FoundationEssentials
import Glibc
import MIDI
import Music

/// How fast MIDI files are read and written in memory, beside another library in the same run.
enum Files {
  /// Events of the large file.
  private static let events = 10_000_000

  /// How many small files are read and written together.
  private static let smallFiles = 10_000

  /// How often each measurement is made, in turn with the other library's.
  private static let rounds = 7

  /// The best times of one side, in seconds.
  struct Times {
    var reading = Double.infinity
    var writing = Double.infinity
  }

  /// What was measured of some files.
  struct Result {
    var events: Int
    var bytes: Int
    var own = Times()
    /// The other library's, infinite where it is not there.
    var other = Times()
    var bytesPerEvent = 0.0
    var decoding = Double.infinity
  }

  /// One file of many events.
  static func large() throws -> Result {
    try measured([ChordFiles.large(events: events)])
  }

  /// Many files of few events.
  static func small() throws -> Result {
    try measured((0..<smallFiles).map { ChordFiles.small(seed: UInt64($0)) })
  }

  private static func measured(_ made: [MIDIFile]) throws -> Result {
    let files = made.map(\.bytes)
    var result = Result(
      events: made.reduce(0) { $0 + $1.tracks.reduce(0) { $0 + $1.count } },
      bytes: files.reduce(0) { $0 + $1.count })
    let other = try Symusic.reading(files)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      let before = residentBytes()
      var read: [MIDIFile] = []
      read.reserveCapacity(files.count)
      let reading = try clock.measure {
        for file in files { read.append(try MIDIFile(strictly: file)) }
      }
      result.bytesPerEvent = Double(residentBytes() - before) / Double(result.events)
      var written = 0
      let writing = clock.measure { for file in read { written += file.bytes.count } }
      guard written == result.bytes, read == made else {
        throw Failure(description: "a file did not read back the same")
      }
      result.own.reading = min(result.own.reading, reading / .seconds(1))
      result.own.writing = min(result.own.writing, writing / .seconds(1))
      read = []
      result.decoding = min(result.decoding, clock.measure { Decoding.run(files) } / .seconds(1))
      guard let other else { continue }
      result.other.reading = min(result.other.reading, try other.seconds("read"))
      result.other.writing = min(result.other.writing, try other.seconds("write"))
    }
    return result
  }

  /// The memory that the process holds.
  private static func residentBytes() -> Int {
    let text = (try? String(contentsOf: URL(filePath: "/proc/self/statm"), encoding: .utf8)) ?? ""
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
  }
}
