import Glibc

/// What goes to the terminal or into a pipe.
enum StandardOutput {
  /// Writes a text to standard output; a reader that has gone away ends the program quietly.
  static func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) throws {
    fflush(nil)
    do throws(WriteFailure) {
      try FileDescriptor(number: STDOUT_FILENO).write(bytes)
    } catch {
      guard error.code != EPIPE else { exit(0) }
      throw Failure(
        code: .disk,
        message: "standard output: error: \(error.reason)\nmake room, or write elsewhere")
    }
  }

  /// Writes a message to standard error.
  static func complain(_ message: String) {
    try? FileDescriptor(number: STDERR_FILENO).write(Array("\(message)\n".utf8))
  }

  /// Whether a person looks at it, on a terminal that knows colours, and has not asked for plain text.
  static var isColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil && variable("TERM") != "dumb"
  }

  /// Whether characters beyond ASCII can be expected to be seen as what they are.
  ///
  /// Source: POSIX.1-2017, *Environment Variables*, 8.2: the first of these that is not empty
  /// decides; its name ends in that of a character set.
  static var isUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variable($0) }.first ?? "C"
    let letters = locale.lowercased().filter { $0 != "-" }
    return letters.contains("utf8")
  }

  /// How many columns a line has: what the user says, what the terminal says, or else 80.
  static var columns: Int {
    columns(of: STDOUT_FILENO)
  }

  private static func columns(of terminal: CInt) -> Int {
    if let columns = variable("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    if ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 80
  }

  /// How many columns a line of progress may have, beside standard output; nothing where no
  /// terminal shows it, or one that cannot draw over a line.
  static var progressColumns: Int? {
    isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb" ? columns(of: STDERR_FILENO) : nil
  }

  /// Draws on the terminal, beside standard output, without a new line.
  static func draw(_ text: String) {
    try? FileDescriptor(number: STDERR_FILENO).write(Array(text.utf8))
  }

  /// How many columns a line may have: nothing in a pipe, unless the user says it.
  static var limit: Int? {
    variable("COLUMNS") != nil || isatty(STDOUT_FILENO) == 1 ? columns : nil
  }

  /// A variable of the environment that is not empty.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A write that the system refused.
struct WriteFailure: Error {
  let code: CInt

  /// The system's own words.
  var reason: String { String(cString: strerror(code)) }
}

/// An open file, by its number.
struct FileDescriptor {
  let number: CInt

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(WriteFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw WriteFailure(code: errno)
      }
    }
  }
}
