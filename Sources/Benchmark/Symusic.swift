import FoundationEssentials
import Glibc

/// Another library for MIDI files, in a process of its own that does what it is told, and times it
/// inside.
final class Symusic {
  private let input: UnsafeMutablePointer<FILE>
  private let output: UnsafeMutablePointer<FILE>

  /// The library with some files in its memory, or nothing where `JORGA_READERS` names no Python
  /// that has it.
  static func reading(_ files: [[UInt8]]) throws -> Symusic? {
    guard let python = getenv("JORGA_READERS").map({ String(cString: $0) }), !python.isEmpty else {
      return nil
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "jorga-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, file) in files.enumerated() {
      try Data(file).write(to: folder.appending(path: "\(index).mid"))
    }
    return try Symusic(python, folder: folder.path)
  }

  private init(_ python: String, folder: String) throws {
    let (toChild, fromChild) = (try Self.pipe(), try Self.pipe())
    for end in [toChild.write, fromChild.read] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    try Self.spawn([python, "Tests/Readers/speed.py", folder], toChild.read, fromChild.write)
    close(toChild.read)
    close(fromChild.write)
    guard let input = fdopen(toChild.write, "w"), let output = fdopen(fromChild.read, "r") else {
      throw Failure(description: "\(python) cannot be talked to")
    }
    (self.input, self.output) = (input, output)
    _ = try answer()
  }

  deinit {
    fclose(input)
    fclose(output)
  }

  /// How long it took over a task, in seconds.
  func seconds(_ task: String) throws -> Double {
    fputs("\(task)\n", input)
    fflush(input)
    return try answer()
  }

  private func answer() throws -> Double {
    var line = [CChar](repeating: 0, count: 100)
    guard fgets(&line, CInt(line.count), output) != nil,
      let seconds = Double(
        String(decoding: line.prefix { $0 >= 32 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    else { throw Failure(description: "Tests/Readers/speed.py ended; run this at the top") }
    return seconds
  }

  private static func pipe() throws -> (read: CInt, write: CInt) {
    var ends: [CInt] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Failure(description: "no pipe is left") }
    return (ends[0], ends[1])
  }

  private static func spawn(_ words: [String], _ input: CInt, _ output: CInt) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      throw Failure(description: "\(words[0]) cannot be run")
    }
  }
}
