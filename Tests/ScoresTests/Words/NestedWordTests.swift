import Composer
import Music
import TestSupport
import Testing

@testable import Scores

/// Laws of all words in each other.
@Suite struct NestedWordTests {
  @Test func `the generator knows every word that makes or changes patterns`() {
    typealias Expression = RandomExpression<SplitMix64>
    for word in Vocabulary.words {
      switch word.role {
      case .change where word.name != "range":
        #expect(Expression.changes[word.name] != nil, "\(word.name)")
      case .source, .combination:
        let isLeaf = Expression.leaves.contains { $0.hasPrefix(word.name) }
        #expect(Expression.sources[word.name] != nil || isLeaf, "\(word.name)")
      case .signal:
        let isPart = word.name == "range" || Expression.parts.contains { $0.contains(word.name) }
        #expect(isPart, "\(word.name)")
      default: break
      }
    }
  }

  /// Law: asking span by span is asking at once, in any order, for the same seed and for another.
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `span by span is at once`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var expressions = RandomExpression(using: SplitMix64(seed: seed + 1000))
    let text = expressions.pattern(depth: 3)
    let metre = Metre.several[Int(seed) % Metre.several.count]
    let cuts =
      [0, 1, 2, 4].map { Fraction($0) } + [Fraction(1, 3), Fraction(13, 8), Fraction(5, 2)]
    let spans = zip(cuts.sorted(), cuts.sorted().dropFirst()).map { Span($0, $1) }
    do {
      let whole = try Sample(text).notes(cycles: 4, metre: metre, seed: seed)
      let sample = try Sample(text)
      let parts = try spans.shuffled(using: &random)
        .flatMap { try sample.notes(in: $0, metre: metre, seed: seed) }
      #expect(parts.sorted() == whole, "\(text)")
      // What was asked before changes nothing.
      #expect(try sample.notes(cycles: 4, metre: metre, seed: seed) == whole, "\(text)")
    } catch ComposerError.music {
      // Too fine or too much, which is told and not a fault of the law.
    } catch let faults as ScoreFaults where faults.isMisplaced {
      // Nothing there to fit or to lead.
    }
  }

  /// Law: the notes of a span lie in it and last.
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `notes begin in the span that is asked`(seed: UInt64) throws {
    var expressions = RandomExpression(using: SplitMix64(seed: seed + 5000))
    let text = expressions.pattern(depth: 3)
    let span = Span(Fraction(1, 3), Fraction(9, 4))
    guard let notes = try? Sample(text).notes(in: span, seed: seed) else { return }
    for heard in notes {
      #expect(span.begin <= heard.note.onset && heard.note.onset < span.end, "\(text)")
      #expect(heard.note.length > 0, "\(text)")
    }
  }

  /// Law: what is left to chance is in what is known of a theme.
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `what repeats does not ask the seed`(seed: UInt64) throws {
    var expressions = RandomExpression(using: SplitMix64(seed: seed + 9000))
    let text = expressions.pattern(depth: 2)
    guard let sample = try? Sample(text) else { return }
    let asksOrder = ["blend", "struct", "?", "rand", "perlin"].contains { text.contains($0) }
    guard sample.theme.repeats, !asksOrder else { return }
    guard let one = try? sample.notes(seed: 1), let two = try? sample.notes(seed: 2) else { return }
    #expect(one == two, "\(text)")
    #expect(
      one.allSatisfy { heard in
        let voice = heard.note.voice
        return sample.theme.traits.voices.contains { $0 == voice || $0 == voice.line }
      }, "\(text)")
  }
}

extension ScoreFaults {
  /// Whether a word stands where there is nothing that it could be said of.
  var isMisplaced: Bool { description.contains("a pattern without") }
}
