import Foundation

/// An empty folder that is gone after the test.
final class Folder: Sendable {
  let path: String

  init() {
    let url = URL.temporaryDirectory.appending(path: "jorga-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("no folder for temporary files: \(error)")
    }
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Everything in it, hidden files too, in order.
  var names: [String] {
    get throws { try names(in: ".") }
  }

  /// Everything in a folder in it.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)").sorted()
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Writes a pattern file of the region `here`, whose path is given without `.pattern`; the last
  /// part becomes its name.
  func writePattern(
    _ name: String, metre: String = "4/4", grid: String = "1/4", tags: String = "test",
    rows: String = "kick      | x.x. |"
  ) throws {
    let text = """
      name      \(name.split(separator: "/").last?.capitalized ?? name)
      native    Сынақ
      region    here
      metre     \(metre)
      grid      \(grid)
      tempo     100-120
      feel      straight
      evidence  C
      source    a test
      tags      \(tags)

      \(rows)

      """
    try write(text, to: "\(name).pattern")
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// What a name stands for, not following links.
  func type(of name: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.type] as? FileAttributeType
  }

  func permissions(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int
  }

  func setPermissions(of name: String, _ permissions: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: "\(path)/\(name)")
  }
}
