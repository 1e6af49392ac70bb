import Glibc

/// How a terminal treats what is typed.
///
/// It is kept as a value, so that whatever ends the program can restore it.
struct TerminalMode: Sendable {
  private let terminal: CInt
  private let settings: termios

  /// The present mode of a terminal; nothing where it is none.
  init?(of terminal: CInt) {
    var settings = termios()
    guard tcgetattr(terminal, &settings) == 0 else { return nil }
    (self.terminal, self.settings) = (terminal, settings)
  }

  private init(_ terminal: CInt, _ settings: termios) {
    (self.terminal, self.settings) = (terminal, settings)
  }

  /// The same, but that each key is read at once and none is shown.
  ///
  /// Those that send signals do so still. None may hold the output, for who writes would wait.
  var withKeysAtOnce: TerminalMode {
    var settings = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN)
    settings.c_lflag |= tcflag_t(ISIG)
    settings.c_iflag &= ~tcflag_t(IXON | IXOFF | ISTRIP | INLCR | IGNCR)
    // VMIN and VTIME: a read waits for one byte, however long.
    (settings.c_cc.6, settings.c_cc.5) = (1, 0)
    return TerminalMode(terminal, settings)
  }

  /// Puts the terminal into this mode, where this program is in its foreground.
  ///
  /// What was typed and not read yet was meant for another mode, and is forgotten: commands of a
  /// shell are no keys, nor the other way round.
  func restore() {
    guard Self.isForeground(terminal) else { return }
    var settings = settings
    tcflush(terminal, TCIFLUSH)
    while tcsetattr(terminal, TCSANOW, &settings) != 0 && errno == EINTR {}
  }

  /// Whether what is typed at a terminal is for this program, and not for the shell that put it into
  /// the background; it would be stopped if it read or changed anything then.
  ///
  /// A terminal that controls no program, or programs of others, stops none.
  static func isForeground(_ terminal: CInt) -> Bool {
    let group = tcgetpgrp(terminal)
    return group == getpgrp() || group < 0 && errno == ENOTTY
  }
}
