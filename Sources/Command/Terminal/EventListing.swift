import Composer
import Music
import Notation

/// Every onset of some cycles with its exact beginning and end.
struct EventListing: Encodable {
  private struct Entry: Encodable {
    let cycle: Int
    let begin: String
    let end: String
    let value: EncodedValue
  }

  private let events: [Entry]

  /// Lists a mini-notation's own events, or a rhythm's notes by the name of their voice.
  init(of material: Material, cycles: Int, chance: Chance) throws {
    switch material {
    case .pattern(let pattern, let text):
      do {
        events = try Self.entries(of: pattern, cycles: cycles, chance: chance)
      } catch {
        throw Failure(NotationError(error, in: text))
      }
    case .rhythm(let rhythm):
      do { events = try Self.entries(of: rhythm, cycles: cycles) } catch {
        throw Failure(error, in: rhythm.origin.id)
      }
    }
  }

  private static func entries(
    of pattern: Pattern, cycles: Int, chance: Chance
  ) throws(MusicError) -> [Entry] {
    let onsets = try Evaluator(pattern, chance: chance).onsets(in: Span(0, Fraction(cycles)))
    return onsets.map { event in
      Entry(
        cycle: event.whole.begin.floor, begin: event.whole.begin.description,
        end: event.whole.end.description, value: EncodedValue(value: event.value))
    }
  }

  private static func entries(of rhythm: Rhythm, cycles: Int) throws(MusicError) -> [Entry] {
    let lines = rhythm.barLines
    var entries: [Entry] = []
    for cycle in 0..<cycles {
      let bar = cycle % rhythm.bars.count
      let length = rhythm.bars[bar].beats
      let notes = rhythm.parts.flatMap { part in
        part.notes(from: lines[bar], to: lines[bar + 1]).map { (part.voice, $0) }
      }.sorted { $0.1.onset < $1.1.onset }
      guard entries.count + notes.count <= Bounds.events else { throw .tooMuch }
      for (voice, note) in notes {
        let begin = try Fraction(cycle) + (note.onset - lines[bar]) / length
        entries.append(
          Entry(
            cycle: cycle, begin: begin.description,
            end: (try begin + note.length / length).description,
            value: EncodedValue(value: .word(voice.name))))
      }
    }
    return entries
  }

  /// One line an onset.
  var text: String {
    let width = max(5, events.map(\.begin.count).max() ?? 0)
    let endWidth = max(5, events.map(\.end.count).max() ?? 0)
    let lines = events.map { event in
      "\(padded("\(event.cycle)", 5))  \(padded(event.begin, width))  "
        + "\(padded(event.end, endWidth))  \(event.value.value)\n"
    }
    return "cycle  \(padded("begin", width))  \(padded("end", endWidth))  value\n" + lines.joined()
  }
}
