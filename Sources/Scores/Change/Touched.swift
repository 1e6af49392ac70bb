import Composer
import Music

/// A theme each note of which is changed by itself, or left out.
struct Touched: Theme {
  let theme: any Theme
  let traits: Traits
  /// Changes a note; says whether it stays.
  let change: @Sendable (inout Sounding, inout Scene) throws(ComposerError) -> Bool

  /// - Parameters:
  ///   - theme: Whose notes are changed.
  ///   - constancy: What the change depends on.
  ///   - longest: How many times as long a note can become.
  ///   - voices: Who plays afterwards, where that changes.
  ///   - change: Changes a note; says whether it stays.
  init(
    _ theme: any Theme, constancy: Constancy = .cycles, longest: Fraction = 1,
    voices: Set<Voice>? = nil,
    _ change: @escaping @Sendable (inout Sounding, inout Scene) throws(ComposerError) -> Bool
  ) {
    self.theme = theme
    var traits = theme.traits.lasting(longest).keeping(constancy)
    traits.voices = voices ?? traits.voices
    self.traits = traits
    self.change = change
  }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    var result: [Sounding] = []
    let notes = try theme.notes(in: span, &scene)
    result.reserveCapacity(notes.count)
    for var note in notes where try change(&note, &scene) { result.append(note) }
    return result
  }
}
