import Music
import Notation

extension [Rhythm] {
  /// The rhythms with some of their voices alone; with all where none is named.
  ///
  /// - Throws: ``Failure`` where none of them has a voice of a name, with the nearest that one has.
  func choosing(voices names: [String]) throws -> [Rhythm] {
    guard !names.isEmpty else { return self }
    let known = Set(flatMap { $0.parts.map(\.voice.name) })
    for name in names where !known.contains(name) {
      let nearest = Suggestion.nearest(to: name, among: known.sorted())
      throw Failure(
        code: .noInput,
        message: "error: no voice is called '\(name.printable)'\n"
          + (nearest.map { "did you mean '\($0)'?" }
            ?? "write one of: \(known.sorted().joined(separator: ", ").printable)"))
    }
    return try map { rhythm in
      try Rhythm(
        origin: rhythm.origin, bars: rhythm.bars, grid: rhythm.grid, tempo: rhythm.tempo,
        feel: rhythm.feel, parts: rhythm.parts.filter { names.contains($0.voice.name) })
    }
  }
}
