import Foundation
import TestSupport

@testable import MIDI

/// A library that reads MIDI files and is not ours.
enum Library: String, CaseIterable, Sendable {
  case mido
  case symusic
}

/// What libraries that are not ours find in the valid files of the corpus.
enum Readers {
  /// What a library finds in a file.
  struct Reading: Decodable, Hashable, Sendable {
    /// Why it cannot be read.
    let error: String?
    /// Tick on, tick off, key, velocity, channel: in order.
    let notes: [[Int]]?
    /// Tick, microseconds a beat: in order.
    let tempi: [[Int]]?
  }

  /// The valid files whose tracks have one time.
  static let files = CorpusFile.valid.filter { $0.meaning.format != .independent }

  /// What each library finds in each file, by the file's name.
  static let readings = Result {
    let found = try read()
    return Dictionary(
      uniqueKeysWithValues: files.enumerated().map { ($1.name, found["\($0)"] ?? [:]) })
  }

  private static func read() throws -> [String: [String: Reading]] {
    let folder = URL.temporaryDirectory.appending(path: "jorga-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, file) in files.enumerated() {
      try Data(file.bytes).write(to: folder.appending(path: "\(index).mid"))
    }
    let output = try IndependentReader.output(of: "corpus.py", [folder.path])
    return try JSONDecoder().decode([String: [String: Reading]].self, from: output)
  }
}
