import Composer
import Drawing
import Music
import Notation

/// Where each note of a blend comes from, and the measures of the blend between those of its ends.
struct BlendExplanation: Encodable {
  private enum CodingKeys: CodingKey {
    case amounts, grid, notes, measures
  }

  private let blend: any Morphing
  private let amounts: Amounts
  private let origins: [NoteOrigin]
  private let measures: [(name: String, figures: [MeasureFigure])]

  init(of blend: any Morphing, at amounts: Amounts) throws(ComposerError) {
    (self.blend, self.amounts) = (blend, amounts)
    origins = try blend.origins(at: amounts)
    let rhythms = [
      ("first", blend.first), ("blend", try blend.rhythm(at: amounts)), ("second", blend.second),
    ]
    do throws(MusicError) {
      measures = try rhythms.map { name, rhythm throws(MusicError) in
        (name, MeasureFigure.all(of: try Measures(of: rhythm)))
      }
    } catch {
      throw .music(error)
    }
  }

  /// The notes, how many of them are what, and the measures, each line of at most so many characters.
  func text(columns: Int?) -> String {
    let rows = origins.map { origin in
      let note = origin.now ?? origin.first ?? origin.second
      let velocity = origin.now.map { "\($0.note.velocity.value)" } ?? "-"
      return [
        note.map { step(of: $0) } ?? "", note?.voice.name ?? "", velocity, words(for: origin),
      ]
    }
    let notes = Table(["step", "voice", "velocity", "comes from"], rows, expendable: ["velocity"])
    let head =
      "\(amounts) from \(blend.first.origin.id.printable) to \(blend.second.origin.id.printable), "
      + "in steps of \(blend.way.grid)"
    return lines(head, columns) + notes.text(columns: columns) + lines(summary, columns) + "\n"
      + measureTable.text(columns: columns)
  }

  private func lines(_ text: String, _ columns: Int?) -> String {
    text.wrapped(to: columns ?? .max).map { $0 + "\n" }.joined()
  }

  private var measureTable: Table {
    let rows = measures[0].figures.indices.map { index in
      [measures[0].figures[index].head] + measures.map { $0.figures[index].text ?? "-" }
    }
    return Table(["measure"] + measures.map(\.name), rows, expendable: [])
  }

  /// How many notes there are of each kind.
  private var summary: String {
    NoteOrigin.Kind.allCases.compactMap { kind in
      let count = origins.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind)"
    }.joined(separator: ", ")
  }

  /// A note's place as people count: the bar where there are several, and the step, from 1 on.
  private func step(of note: VoicedNote) -> String {
    let lines = blend.second.barLines
    let bar = lines.dropFirst().firstIndex { note.note.onset < $0 }.map { $0 - 1 } ?? 0
    guard let steps = try? (note.note.onset - lines[bar]) / (blend.way.grid * 4),
      let rest = try? steps - Fraction(steps.floor)
    else { return "?" }
    let step = "\(steps.floor + 1)" + (rest == .zero ? "" : "+\(rest)")
    return lines.count > 2 ? "\(bar + 1):\(step)" : step
  }
}

extension BlendExplanation {
  private func words(for origin: NoteOrigin) -> String {
    let since = origin.change.map { "since \($0)" } ?? "fading"
    let until = origin.change.map { "until \($0)" } ?? "fading"
    let (from, to) = (
      place(origin.first, seenFrom: origin.now), place(origin.second, seenFrom: origin.now)
    )
    return switch origin.kind {
    case .kept: "both have it"
    case .waiting: "\(until), then \(to)"
    case .moving: "from \(place(origin.first)) to \(place(origin.second))"
    case .moved: "from \(from), \(since)"
    case .leaving: "the first alone, \(until)"
    case .gone: "the first alone, gone \(since)"
    case .coming: "the second alone, to come\(origin.change.map { " at \($0)" } ?? "")"
    case .born: "the second alone, \(since)"
    case .masked: "gives way to a louder one"
    }
  }

  /// A note's voice and step, or what of them is not as it is now.
  private func place(_ note: VoicedNote?, seenFrom now: VoicedNote? = nil) -> String {
    guard let note else { return "nobody" }
    let words = [
      note.voice == now?.voice ? nil : note.voice.name,
      note.note.onset == now?.note.onset ? nil : "step \(step(of: note))",
    ].compactMap(\.self)
    return words.isEmpty ? "here" : words.joined(separator: " ")
  }
}

extension BlendExplanation {
  private struct Entry: Encodable {
    let kind: String
    let change: Double?
    let first, now, second: Voiced?
  }

  private struct Voiced: Encodable {
    let voice: String
    let note: NoteListing

    init(_ voiced: VoicedNote) {
      (voice, note) = (voiced.voice.name, NoteListing(voiced.note))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let numbers = Amounts.Aspect.allCases.map { aspect in
      (aspect.rawValue, amounts[aspect].fraction.approximation)
    }
    try container.encode(Dictionary(uniqueKeysWithValues: numbers), forKey: .amounts)
    try container.encode(blend.way.grid.description, forKey: .grid)
    let entries = origins.map { origin in
      Entry(
        kind: origin.kind.rawValue, change: origin.change?.fraction.approximation,
        first: origin.first.map(Voiced.init), now: origin.now.map(Voiced.init),
        second: origin.second.map(Voiced.init))
    }
    try container.encode(entries, forKey: .notes)
    let tables = measures.map { ($0.name, MeasureFigure.values($0.figures)) }
    try container.encode(Dictionary(uniqueKeysWithValues: tables), forKey: .measures)
  }
}
