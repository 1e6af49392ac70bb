import Drawing
import Music
import Notation

extension Page.Style {
  /// A page for the terminal or the pipe that is there, in nothing but ASCII where asked for.
  init(ascii: Bool, hasNecklace: Bool = false) {
    let inking = Inking(
      isPlain: ascii || !StandardOutput.isUnicode, isColoured: StandardOutput.isColoured)
    self.init(columns: StandardOutput.columns, inking: inking, hasNecklace: hasNecklace)
  }
}

extension Page {
  /// A page for the terminal or the pipe that is there.
  init(_ subjects: [Picture.Subject], ascii: Bool, hasNecklace: Bool = false) {
    self.init(subjects, style: Style(ascii: ascii, hasNecklace: hasNecklace))
  }

  /// The page, or the failure that a rhythm of some name cannot be drawn.
  func text(naming name: String) throws -> String {
    do throws(MusicError) { return try text() } catch { throw Failure(error, drawing: name) }
  }
}

extension TransitionPage {
  /// The page, or the failure that rhythms of some names cannot be drawn.
  func text(naming names: String) throws -> String {
    do throws(MusicError) { return try text() } catch { throw Failure(error, drawing: names) }
  }
}

extension Failure {
  /// A rhythm whose steps are too many to be drawn.
  init(_ error: MusicError, drawing name: String) {
    let (fault, advice) =
      switch error {
      case .tooFine:
        (
          "this is too fine to be drawn as a grid",
          "list it with 'jorga show --events', or render it"
        )
      case .tooMuch:
        (
          "this is too large for one picture",
          "choose some voices with --voice, or draw a shorter one"
        )
      }
    self.init(code: .badText, message: "\(name.printable): error: \(fault)\n\(advice)")
  }
}
