import Drawing
import Glibc

/// The last line of a terminal, drawn over and over while a piece plays, and messages above it.
///
/// In a pipe, and where the program is in the background, there is no such line; messages are
/// written all the same. None of it ever waits for the terminal.
struct StatusLine: ~Copyable {
  private let terminal: CInt
  private let columns: () -> Int?
  private let isUnicode: Bool
  private var output: LiveOutput
  private var status: Status?
  private var drawn = ""

  /// A line beside standard output.
  ///
  /// - Parameters:
  ///   - terminal: Where.
  ///   - columns: How many columns there are at any time; nothing where no line can be drawn.
  ///   - isUnicode: Whether there are signs beyond ASCII.
  init(
    on terminal: CInt = STDERR_FILENO,
    columns: @escaping () -> Int? = { StandardOutput.progressColumns },
    isUnicode: Bool = StandardOutput.isUnicode
  ) {
    (self.terminal, self.columns, self.isUnicode) = (terminal, columns, isUnicode)
    output = LiveOutput(to: terminal)
  }

  /// Shows a status instead of the one before.
  mutating func show(_ status: Status) {
    self.status = status
    draw()
  }

  /// Writes a message of whole lines above the line.
  mutating func say(_ message: String) {
    erase()
    output.write(message + "\n")
    draw()
  }

  /// Takes the line away, until another status is shown.
  mutating func clear() {
    status = nil
    erase()
  }

  /// Draws the line anew, as another program may have written over it.
  mutating func redraw() {
    drawn = ""
    draw()
  }

  private mutating func draw() {
    output.flush()
    guard output.isIdle, let status, let columns = columns(), TerminalMode.isForeground(terminal)
    else { return }
    let line = status.text(columns: columns, isUnicode: isUnicode)
    guard line != drawn else { return }
    // What was drawn before the terminal became narrower is no longer on one line.
    let old = min(drawn.columns, columns - 1)
    output.write("\r\(line)\(String(repeating: " ", count: max(0, old - line.columns)))")
    drawn = line
  }

  private mutating func erase() {
    guard !drawn.isEmpty else { return }
    let old = min(drawn.columns, (columns() ?? drawn.columns + 1) - 1)
    output.write("\r\(String(repeating: " ", count: max(0, old)))\r")
    drawn = ""
  }
}
