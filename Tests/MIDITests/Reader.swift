import Foundation
import TestSupport

/// A library that reads MIDI files and is not ours.
///
/// The environment variable `JORGA_READERS` names a Python that has both; without it the tests that
/// need one are skipped.
enum Reader: String, CaseIterable {
  case mido
  case symusic

  /// The Python that has the libraries.
  static let python = ProcessInfo.processInfo.environment["JORGA_READERS"]

  /// What it finds in some files.
  func read(_ files: [URL]) throws -> [Reading] {
    let words = [Self.python ?? "", "\(Repository.root)/Tests/Readers/read.py", rawValue]
    let command = (words + files.map(\.path)).map { "'\($0)'" }.joined(separator: " ")
    guard let pipe = popen(command, "re") else { throw Failure(status: errno) }
    var output = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      output += buffer.prefix(count)
    }
    let status = pclose(pipe)
    guard status == 0 else { throw Failure(status: status) }
    return try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Reading.self, from: $0)
    }
  }

  struct Failure: Error { let status: Int32 }
}

/// What a library found in a file; what it does not keep is nil.
struct Reading: Decodable {
  struct Track: Decodable {
    let name: String?
    /// Tick on, tick off, key, velocity, channel.
    let notes: [[Int?]]
    let programs: [Int]
    let end: Int?
  }

  /// A text at a tick.
  struct Text: Decodable, Hashable {
    let tick: Int
    let text: String

    init(tick: Int, text: String) {
      self.tick = tick
      self.text = text
    }

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      tick = try fields.decode(Int.self)
      text = try fields.decode(String.self)
    }
  }

  let ticksPerBeat: Int
  let format: Int?
  let tracks: [Track]
  /// Tick, microseconds a beat.
  let tempi: [[Int]]
  /// Tick, numerator, denominator.
  let metres: [[Int]]
  let markers: [Text]
  let texts: [Text]?
}
