import Music
import Testing

@testable import Notation

@Suite struct LintTests {
  private func rhythm(
    _ id: String, _ head: [String: String] = [:], rows: String = "kick      | x.x.x.x. |"
  ) throws -> Rhythm {
    try Rhythm(parsing: Draft(head, rows: rows).text, name: "\(id).pattern")
  }

  @Test(arguments: [
    ("kik", Lint.Fault.unknownVoice("kik", nearest: "kick")),
    ("theremin", .unknownVoice("theremin", nearest: nil)),
  ])
  func `a voice that no kit knows`(voice: String, fault: Lint.Fault) throws {
    let rhythm = try rhythm("a", rows: "\(voice) | x....... |")
    #expect(Lint.all(of: [rhythm]) == [Lint(subject: "a", fault: fault)])
  }

  @Test(arguments: ["melody-2", "kick", "dombyra-bass", "tabla-ge"])
  func `a voice that is known`(voice: String) throws {
    #expect(Lint.all(of: [try rhythm("a", rows: "\(voice) | x....... |")]).isEmpty)
  }

  @Test(arguments: [
    ("19", 19), ("401", 401), ("1/8=39", 20), ("1/8=38", 19), ("20-400", nil), ("3/8=300", 450),
  ])
  func `a tempo that nobody plays`(tempo: String, rate: Int?) throws {
    let lints = Lint.all(of: [try rhythm("a", ["tempo": tempo])])
    let isStrange = rate.map { $0 < 20 || $0 > 400 } ?? false
    #expect(lints.isEmpty == !(isStrange || tempo == "1/8=39"))
    if let rate, isStrange { #expect(lints.map(\.fault).contains(.strangeTempo(rate))) }
  }

  @Test func `one rhythm under two names, unless a note says so`() throws {
    let first = try rhythm("a")
    #expect(
      Lint.all(of: [first, try rhythm("b")]) == [Lint(subject: "b", fault: .sameRhythm(id: "a"))])
    #expect(Lint.all(of: [first, try rhythm("b", ["note": "as a"])]).isEmpty)
    #expect(Lint.all(of: [first, try rhythm("b", rows: "kick | x....... |")]).isEmpty)
  }
}
