import Music
import TestSupport
import Testing

@testable import Notation

@Suite struct ScoreLawTests {
  /// Law: what is printed reads back the same.
  @Test(arguments: UInt64(1)...300)
  func `a printed score reads back the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let score = Score.random(using: &random)
    #expect(try Score(parsing: score.description) == score, "\(score)")
  }

  /// Law: printing what was read changes nothing more.
  @Test(arguments: UInt64(1)...50)
  func `a printed score prints the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = Score.random(using: &random).description
    #expect(try Score(parsing: text).description == text)
  }

  /// Law: a fault in one statement takes nothing from the others.
  @Test(arguments: UInt64(1)...100)
  func `a broken line loses only itself`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var lines = Score.random(using: &random).statements.map(\.description)
      .filter { !$0.contains("\n") }
    let expected = try Score(parsing: lines.joined(separator: "\n"))
    let place = Int.random(in: 0...lines.count, using: &random)
    lines.insert("broken: )", at: place)
    let (score, faults) = Score.read(SourceText(name: "", lines.joined(separator: "\n")))
    #expect(faults.map(\.line.number) == [place + 1])
    #expect(score == expected)
  }

  /// Law: every place that is kept points at what is written there.
  @Test(arguments: UInt64(1)...100)
  func `places point at what they are of`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = Score.random(using: &random).description
    let characters = Array(text)
    for statement in try Score(parsing: text).statements {
      guard case .track(let label, let value) = statement.form else { continue }
      func written(_ place: Place) -> String {
        String(characters[place.start..<place.start + place.length])
      }
      #expect(written(statement.place) == label)
      #expect(written(value.place) == value.description)
    }
  }
}
