import Glibc
import Testing

/// A terminal that exists in the kernel alone, of both of whose ends the test has a descriptor.
final class PseudoTerminal {
  /// The end that a program sees.
  let program: CInt
  /// The end of keys and screen.
  private(set) var person: CInt

  struct Refused: Error {}

  init(columns: UInt16 = 80) throws {
    var (person, program): (CInt, CInt) = (0, 0)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&person, &program, nil, nil, &size) == 0 else { throw Refused() }
    _ = fcntl(person, F_SETFL, O_NONBLOCK)
    (self.person, self.program) = (person, program)
  }

  deinit {
    close(program)
    leave()
  }

  /// The person goes away.
  func leave() {
    if person >= 0 { close(person) }
    person = -1
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(person, bytes, bytes.count)
  }

  /// What stands on the screen that was not read yet.
  func shown() -> String {
    var (text, bytes) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
    while true {
      let count = read(person, &bytes, bytes.count)
      guard count > 0 else { return String(decoding: text, as: UTF8.self) }
      text += bytes[..<count]
    }
  }

  /// The settings of the program's end.
  var settings: termios {
    get throws {
      var settings = termios()
      guard tcgetattr(program, &settings) == 0 else { throw Refused() }
      return settings
    }
  }

  /// Whether lines are read whole and what is typed is shown, as at first.
  var isPlain: Bool {
    get throws { try settings.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO) }
  }
}
