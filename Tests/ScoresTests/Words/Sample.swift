import Composer
import Music
import Notation
import TestSupport

@testable import Scores

/// What an expression of a score means, asked without a piece around it.
struct Sample {
  static let library = Result { try Library(folders: ["\(Repository.root)/Patterns"]) }

  let theme: any Theme

  init(_ expression: String) throws {
    let text = SourceText(name: "a.jorga", "a: \(expression)")
    let song = try Song(text, on: Shelf(library: Self.library.get()))
    theme = song.players[0].strain.theme
  }

  /// A note without the place at which it is written.
  struct Heard: Hashable, Comparable {
    let note: Sounding

    init(_ note: Sounding) {
      var note = note
      note.place = .none
      self.note = note
    }

    static func < (left: Heard, right: Heard) -> Bool {
      left.order < right.order
    }

    private var order: (Fraction, Voice, Fraction, Fraction, Velocity, String) {
      (note.onset, note.voice, note.rank, note.length, note.velocity, "\(note.shift)")
    }
  }

  /// The notes that begin in a span, in an order of their own.
  func notes(
    in span: Span, metre: Metre = .common, seed: UInt64 = 0
  ) throws(ComposerError) -> [Heard] {
    var scene = Scene(metre: metre, chance: Chance(seed: seed))
    return try theme.notes(in: span, &scene).map(Heard.init).sorted()
  }

  /// The notes of the first cycles.
  func notes(
    cycles: Int = 6, metre: Metre = .common, seed: UInt64 = 0
  ) throws(ComposerError) -> [Heard] {
    try notes(in: Span(0, Fraction(cycles)), metre: metre, seed: seed)
  }

  static func notes(
    _ expression: String, cycles: Int = 6, metre: Metre = .common, seed: UInt64 = 0
  ) throws -> [Heard] {
    try Sample(expression).notes(cycles: cycles, metre: metre, seed: seed)
  }
}

extension Metre {
  /// Some metres that differ in length and groups.
  static let several = ["4/4", "7/8", "3/4", "9/8 (2+2+2+3)"].compactMap {
    try? Metre(parsing: $0, name: "metre")
  }
}
