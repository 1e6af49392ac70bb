public import Foundation

/// Programs that read MIDI files and are not ours, run by a Python that has them.
public enum IndependentReader {
  /// The Python: what the environment variable `JORGA_READERS` names; without it the tests that
  /// need one are skipped.
  public static let python = ProcessInfo.processInfo.environment["JORGA_READERS"]

  /// A script that did not end well.
  public struct Failure: Error {
    /// How it ended.
    public let status: Int32
  }

  /// What a script of `Tests/Readers` prints.
  public static func output(of script: String, _ arguments: [String]) throws -> Data {
    let words = [python ?? "", "\(Repository.root)/Tests/Readers/\(script)"] + arguments
    let command = words.map { "'\($0)'" }.joined(separator: " ")
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
