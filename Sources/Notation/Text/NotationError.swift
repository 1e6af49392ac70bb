public import Music

/// A fault in a text: what it is, where it is, and what to write instead.
///
/// Printed, it reads like a compiler's diagnostic, so that an editor can jump to it and a musician
/// can mend it without knowing our source:
///
///     mini-notation:1:7: error: this '(' is not closed
///     bd hh (3,8
///           ^
///     write ')' where it ends
public struct NotationError: Error, Hashable, Sendable {
  /// What is wrong.
  public let fault: Fault

  /// The line it was found in.
  public let line: SourceLine

  /// The place of the first wrong character in its line, counted in characters from 1.
  public let column: Int

  /// A fault at a character of a text, counted from 0.
  public init(_ fault: Fault, at offset: Int, of source: SourceText) {
    self.fault = fault
    (line, column) = source.place(of: min(offset, source.characters.count))
  }
}

extension NotationError {
  /// A text that can be read but not evaluated; what makes it so is the whole of it.
  public init(_ error: MusicError, in source: SourceText, at offset: Int = 0) {
    let fault: Fault =
      switch error {
      case .tooFine: .timeTooFine
      case .tooMuch: .tooMuch
      }
    self.init(fault, at: offset, of: source)
  }
}

extension NotationError: CustomStringConvertible {
  /// What the user sees: the place, the fault, the line with a mark under it, and the advice.
  public var description: String {
    line.report(fault.message, advice: fault.advice, at: column)
  }
}
