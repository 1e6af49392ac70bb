import FoundationEssentials
import Glibc

/// A program that is run as a whole, with its output thrown away.
struct Command {
  let path: String
  let arguments: [String]

  /// How often each command is run.
  static let runs = 21

  /// What is measured.
  static let measured = [
    ["--help"], ["list"],
    [
      "blend", "balbyrauyn-core", "house-classic", "--sweep", "0:1", "--bars", "64", "-o",
      "/dev/null",
    ],
    [
      "blend", "korogly-7-223", "house-classic", "--fit", "tile", "--sweep", "0:1", "--bars", "64",
      "-o", "/dev/null",
    ],
  ]

  init(path: String, _ arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// The program `jorga` that was built beside this one.
  static func jorga(_ arguments: [String]) throws -> Command {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = URL(filePath: own).deletingLastPathComponent().appending(path: "jorga").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure(description: "\(path) is not there; run 'swift build -c release' first")
    }
    return Command(path: path, arguments)
  }

  /// The median time of some runs, in seconds, after one that is not counted.
  func median() throws -> Double {
    try run()
    var times: [Double] = []
    for _ in 0..<Self.runs {
      let start = ContinuousClock.now
      try run()
      times.append((ContinuousClock.now - start) / .seconds(1))
    }
    return times.sorted()[Self.runs / 2]
  }

  /// The time of one run, in seconds.
  func seconds() throws -> Double {
    let start = ContinuousClock.now
    try run()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// Runs it once, with its output shown.
  func show() throws { try run(isSilent: false) }

  private func run(isSilent: Bool = true) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if isSilent {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, path, &actions, nil, &words, environ) == 0 else {
      throw Failure(description: "\(path) cannot be run")
    }
    var status: CInt = 0
    guard waitpid(process, &status, 0) == process, status == 0 else {
      throw Failure(description: "\(path) \(arguments.joined(separator: " ")) failed")
    }
  }
}

/// Why nothing could be measured.
struct Failure: Error, CustomStringConvertible {
  let description: String
}
