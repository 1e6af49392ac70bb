import Foundation
import TestSupport

@testable import MIDI

/// A library that reads MIDI files and is not ours.
enum Library: String, CaseIterable, Sendable {
  case mido
  case symusic
}

/// What libraries that are not ours find in the valid files of the corpus.
///
/// The environment variable `JORGA_READERS` names a Python that has them; without it the tests that
/// need them are skipped.
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

  struct Failure: Error { let status: Int32 }

  /// The Python that has the libraries.
  static let python = ProcessInfo.processInfo.environment["JORGA_READERS"]

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
    let words = [python ?? "", "\(Repository.root)/Tests/Readers/corpus.py", folder.path]
    let output = try output(of: words.map { "'\($0)'" }.joined(separator: " "))
    return try JSONDecoder().decode([String: [String: Reading]].self, from: output)
  }

  /// What a command prints.
  private static func output(of command: String) throws -> Data {
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
    return output
  }
}
