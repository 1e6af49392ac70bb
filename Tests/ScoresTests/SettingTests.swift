import Music
import Notation
import Testing

@testable import Scores

struct SettingTests {
  private func set(_ settings: [String], in text: String, at part: Fraction = 0) throws -> String {
    let source = SourceText(name: "a.jorga", text)
    return try String(source.setting(settings.map(Setting.init(parsing:)), at: part).characters)
  }

  @Test(arguments: [
    ("let a = 1", "a=2", "let a = 2"),
    ("let a = 1 // one", "a=2", "let a = 2 // one"),
    ("let a=s(\"bd\")\n  .fast(2)\nx: a", "a=s(\"hh\")", "let a=s(\"hh\")\nx: a"),
    ("let a = (s(\"bd\")).fast(2)\nx: a", "a = 7", "let a = 7\nx: a"),
    ("let a = [1, 2]\nlet b = a", "b=[3]", "let a = [1, 2]\nlet b = [3]"),
    ("let ä = \"ö\"\nlet b = 2", "b=3", "let ä = \"ö\"\nlet b = 3"),
    ("let a = 1", "a=x => x.rev() // why", "let a = x => x.rev()"),
    ("let a = 1", "a=\"it says \\\"a=b\\\"\"", "let a = \"it says \\\"a=b\\\"\""),
  ])
  func `a value stands in the place of the one that was written`(
    text: String, setting: String, result: String
  ) throws {
    #expect(try set([setting], in: text) == result)
  }

  @Test func `several are set at once, of two for one name the last`() throws {
    let text = "let a = 1\nlet b = 2\nlet c = 3"
    #expect(try set(["c=6", "a=40000", "c=7"], in: text) == "let a = 40000\nlet b = 2\nlet c = 7")
    #expect(try set([], in: text) == text)
  }

  @Test(arguments: [
    ("a=0:1", Fraction(1, 4), "0.25"), ("a=0%:100%", Fraction(1, 2), "0.5"),
    ("a=10:-10", 1, "-10"), ("a=1/3:2/3", Fraction(1, 2), "0.5"), ("a=1:2", 0, "1"),
  ])
  func `a sweep is on its way`(setting: String, part: Fraction, value: String) throws {
    #expect(try Setting(parsing: setting).isSweep)
    #expect(try set([setting], in: "let a = 5", at: part) == "let a = \(value)")
  }

  @Test(arguments: ["a", "=1", "a=", "a=)", "a=1 2", "a=0:", "a=:1", "a=0:x", "a=0:1:2"])
  func `what is no setting is refused`(text: String) {
    #expect(throws: NotationError.self) { try Setting(parsing: text) }
  }

  @Test func `all names that are not there are told, unless the score cannot be read`() throws {
    let source = SourceText(name: "a.jorga", "let amount = 1")
    let settings = [try Setting(parsing: "amuont=1"), try Setting(parsing: "zz=1")]
    #expect(throws: ScoreFaults.self) { try source.setting(settings) }
    do { _ = try source.setting(settings) } catch {
      #expect(
        error.faults.map(\.fault) == [
          .noSuchDefinition("amuont", nearest: "amount", among: ["amount"]),
          .noSuchDefinition("zz", nearest: nil, among: ["amount"]),
        ])
    }
    let broken = SourceText(name: "a.jorga", "let amount = (")
    #expect(try broken.setting(settings) == broken)
  }
}
