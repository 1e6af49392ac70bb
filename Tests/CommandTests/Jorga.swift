import Foundation
import TestSupport

/// The program as a user meets it: a process of its own, run in a folder of its own.
enum Jorga {
  /// What a run left behind.
  struct Outcome {
    /// The exit code; 128 and the signal's number where a signal ended it.
    let status: Int32
    let bytes: [UInt8]
    let errors: String

    var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The program that was built beside the tests.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jorga").path

  /// The longest that a run may take, in seconds, before it is killed; none comes near it.
  private static let limit = 60

  /// Runs the program; its standard output may go to a file that is there, such as `/dev/full`.
  static func run(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:],
    output: String? = nil
  ) throws -> Outcome {
    try run([program] + arguments, in: folder, environment, output: output)
  }

  /// Runs a line of a shell, in which `jorga` is the program.
  static func shell(
    _ script: String, in folder: Folder, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(["sh", "-c", script], in: folder, environment, output: nil)
  }

  private static func run(
    _ command: [String], in folder: Folder, _ environment: [String: String], output: String?
  ) throws -> Outcome {
    let captured = Folder()
    let child = Child(
      command: ["env", "--chdir=\(folder.path)", "timeout", "--signal=KILL", "\(limit)"] + command,
      environment: surroundings.merging(environment) { $1 },
      output: output ?? "\(captured.path)/output", errors: "\(captured.path)/errors")
    return Outcome(
      status: try child.run(), bytes: output == nil ? try captured.bytes(of: "output") : [],
      errors: try captured.text(of: "errors"))
  }

  /// The environment: lines of 80 columns in UTF-8, the library of the repository.
  private static let surroundings: [String: String] = {
    let inherited = ProcessInfo.processInfo.environment
    let folder = URL(filePath: program).deletingLastPathComponent().path
    return inherited.merging([
      "COLUMNS": "80", "LC_ALL": "C.UTF-8", "JORGA_PATTERNS": "\(Repository.root)/Patterns",
      "PATH": "\(folder):\(inherited["PATH"] ?? "/usr/bin:/bin")",
    ]) { $1 }
  }()
}
