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

  /// Whether a person looks at it, and has not asked for plain text.
  static var isColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
  }

  /// How many columns a line has; 80 where nobody says.
  static var columns: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return getenv("COLUMNS").flatMap { Int(String(cString: $0)) } ?? 80
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
