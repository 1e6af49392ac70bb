import Foundation
import TestSupport

/// A library that reads MIDI files and is not ours.
enum Reader: String, CaseIterable {
  case mido
  case symusic

  /// What it finds in some files.
  func read(_ files: [URL]) throws -> [Reading] {
    let output = try IndependentReader.output(of: "read.py", [rawValue] + files.map(\.path))
    return try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Reading.self, from: $0)
    }
  }
}

/// What a library found in a file; what it does not keep is nil.
struct Reading: Decodable {
  struct Track: Decodable {
    let name: String?
    let instrument: String?
    /// Tick on, tick off, key, velocity, channel.
    let notes: [[Int?]]
    let programs: [Int]
    let end: Int?
    /// Everything else: its tick, its kind, its values.
    let others: [Other]?
  }

  /// An event that is neither a note nor a program.
  struct Other: Decodable, Hashable {
    let tick: Int
    let kind: String
    let values: String

    init(_ tick: Int, _ kind: String, _ values: String) {
      (self.tick, self.kind, self.values) = (tick, kind, values)
    }

    init(from decoder: any Decoder) throws {
      var fields = try decoder.unkeyedContainer()
      tick = try fields.decode(Int.self)
      kind = try fields.decode(String.self)
      values = try fields.decode(String.self)
    }
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
