import Notation

/// What a terminal can show.
public struct Inking: Hashable, Sendable {
  /// Whether it has nothing but ASCII.
  public let isPlain: Bool

  /// Whether accents may be bold, and what is less important dim.
  public let isColoured: Bool

  /// A way to draw in text.
  public init(isPlain: Bool, isColoured: Bool) {
    self.isPlain = isPlain
    self.isColoured = isColoured
  }

  /// The one of two signs that can be shown.
  func sign(_ sign: Character, plain: Character) -> Character { isPlain ? plain : sign }

  /// A text as it can be shown in so many columns.
  func text(_ text: String, cutTo columns: Int) -> String {
    self.text(text).cut(to: columns, mark: sign("…", plain: "~"))
  }

  /// A text as it can be shown, without what would do more to a terminal than stand there.
  func text(_ text: String) -> String {
    let printable = text.printable
    return isPlain ? printable.inASCII : printable
  }
}

/// How a sign is inked.
enum Ink: Hashable {
  case usual
  /// Stands out.
  case bold
  /// Stands back.
  case faint
  /// What comes, what goes, and what moves.
  case green, red, yellow

  /// The sequence that switches a terminal to it.
  ///
  /// Source: ECMA-48, *Control Functions for Coded Character Sets* (1991), 8.3.117, SGR.
  fileprivate var code: String {
    switch self {
    case .usual: "\u{1B}[0m"
    case .bold: "\u{1B}[0;1m"
    case .faint: "\u{1B}[0;2m"
    case .green: "\u{1B}[0;32m"
    case .red: "\u{1B}[0;31m"
    case .yellow: "\u{1B}[0;33m"
    }
  }
}

/// A line of text that is put together from left to right.
struct InkedLine {
  private let isColoured: Bool
  private var text = ""
  private var ink = Ink.usual

  init(_ inking: Inking) {
    isColoured = inking.isColoured
  }

  mutating func append(_ piece: some StringProtocol, _ ink: Ink = .usual) {
    // Blanks look the same in every ink.
    if isColoured, ink != self.ink, piece.contains(where: { $0 != " " }) {
      text += ink.code
      self.ink = ink
    }
    text += piece
  }

  mutating func append(_ sign: Character, _ ink: Ink = .usual) {
    append(String(sign), ink)
  }

  /// The line without blanks at its end.
  var finished: String {
    text.withoutTrailingBlanks + (ink == .usual ? "" : Ink.usual.code)
  }
}
