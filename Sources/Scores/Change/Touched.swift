import Composer
import Music

/// A theme each note of which is changed by itself, or left out.
struct Touched: Theme {
  let theme: any Theme
  /// Whether notes are changed without chance.
  let changeRepeats: Bool
  /// Changes a note; says whether it stays.
  let change: @Sendable (inout Sounding, inout Scene) throws(ComposerError) -> Bool

  init(
    _ theme: any Theme, repeats: Bool = true,
    _ change: @escaping @Sendable (inout Sounding, inout Scene) throws(ComposerError) -> Bool
  ) {
    self.theme = theme
    changeRepeats = repeats
    self.change = change
  }

  var repeats: Bool { changeRepeats && theme.repeats }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var result: [Sounding] = []
    let notes = try theme.notes(in: span, &scene)
    result.reserveCapacity(notes.count)
    for var note in notes where try change(&note, &scene) { result.append(note) }
    return result
  }
}
