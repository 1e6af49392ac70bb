import Composer
import Music

/// A theme each note of which is struck several times in its length.
struct Plied: Theme {
  let theme: any Theme
  /// At least 1.
  let strokes: Int

  var traits: Traits { theme.traits }

  func notes(in span: Span, _ scene: inout Scene) throws(ComposerError) -> [Sounding] {
    // A note that begins before the span may have strokes in it.
    let past = theme.traits.longest
    let notes = try exactly { () throws(MusicError) in Span(try span.begin - past, span.end) }
    var result: [Sounding] = []
    for note in try theme.notes(in: notes, &scene) {
      try scene.count(strokes)
      try exactly { () throws(MusicError) in
        let length = try note.length / Fraction(strokes)
        for stroke in 0..<strokes {
          var struck = note
          let delay = try length * Fraction(stroke)
          guard delay < past else { break }
          struck.onset = try note.onset + delay
          struck.length = length
          if span.begin <= struck.onset && struck.onset < span.end { result.append(struck) }
        }
      }
    }
    return result
  }
}
