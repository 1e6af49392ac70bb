import Music
import Testing

@testable import Notation

/// Every fault of a pattern file, where the first alone is not enough.
@Suite struct PatternFaultListTests {
  private static let head = [
    "name": "Test", "metre": "4/4", "grid": "1/4", "tempo": "100", "evidence": "C",
    "source": "a test",
  ]

  private static func text(_ changes: [String: String], _ rows: [String]) -> String {
    let keys = ["name", "metre", "grid", "tempo", "evidence", "source"]
    let lines = keys.compactMap { key in
      (changes[key] ?? head[key]).flatMap { $0.isEmpty ? nil : "\(key) \($0)" }
    }
    return (lines + rows).joined(separator: "\n")
  }

  private static func faults(_ text: String) -> [(line: Int, fault: NotationError.Fault)] {
    Rhythm.faults(in: text, name: "test.pattern").map { ($0.line.number, $0.fault) }
  }

  @Test func `a file that can be read has none`() {
    #expect(Self.faults(Self.text([:], ["kick | x.x. |"])).isEmpty)
  }

  @Test func `each key and each row has its own fault`() {
    let faults = Self.faults(
      Self.text(
        ["grid": "1/4", "tempo": "fast", "evidence": "D"],
        ["kick | x.q. |", "snare | x. |", "hat | xxxx |", "hat.velocity 200", "rim.velocity 1"]))
    #expect(faults.map(\.line) == [4, 5, 7, 8, 10, 11])
    #expect(
      faults.map(\.fault) == [
        .badTempo("fast"), .badEvidence("D"), .unknownStep("q"), .barLength(2, expected: 4),
        .badVelocity("200"), .propertyWithoutRow("rim"),
      ])
  }

  @Test func `what is missing is told once each`() {
    let faults = Self.faults(Self.text(["metre": "", "source": ""], ["kick | x.x. |"]))
    #expect(faults.map(\.fault) == [.missingKey("metre"), .missingKey("source")])
  }

  /// One slip is one fault: nothing is told that only follows from another.
  @Test(
    arguments: [
      (
        ["metre": ""], ["metr 4/4", "kick | x.x. |"],
        NotationError.Fault.unknownKey("metr", nearest: "metre")
      ),
      (["metre": "4/5"], ["kick | x.x. |", "snare | x.x. |"], .badMetre("4/5")),
      (["grid": "0/4"], ["kick | x.x. |", "snare | x.x. |"], .badNoteValue("0/4")),
      ([:], ["ki!ck | x.x. |", "ki!ck.velocity 100"], .badVoice("ki!ck")),
      ([:], ["ki!ck | x.x. |"], .badVoice("ki!ck")),
      ([:], [], .noRows),
    ] as [([String: String], [String], NotationError.Fault)])
  func `a fault brings no other with it`(
    head: [String: String], rows: [String], fault: NotationError.Fault
  ) {
    #expect(Self.faults(Self.text(head, rows)).map(\.fault) == [fault])
  }

  /// Law: a file is refused exactly where it has a fault, and for one of them.
  @Test(arguments: 0..<200)
  func `the first fault is one of all`(seed: Int) {
    let good = Array(Self.text([:], ["kick | x.x. |", "kick.velocity 90 80", "hat | xxxx |"]))
    var generator = seed
    var text = good
    for _ in 0..<(1 + seed % 4) {
      generator = (generator &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407) & Int.max
      let letters = Array("x.|/ -=\n19q\"")
      text[(generator >> 33) % text.count] = letters[(generator >> 20) % letters.count]
    }
    let faults = Rhythm.faults(in: String(text), name: "test.pattern")
    do {
      _ = try Rhythm(parsing: String(text), name: "test.pattern")
      #expect(faults.isEmpty)
    } catch {
      #expect(faults.contains(error))
    }
    #expect(Set(faults).count == faults.count)
  }

  @Test func `a file of nothing but faults is left after a hundred`() {
    let text = String(repeating: "!!\n", count: 100_000)
    let faults = Rhythm.faults(in: text, name: "test.pattern")
    #expect((100...110).contains(faults.count))
  }

  @Test func `a score of nothing but faults is left after a hundred`() {
    let text = String(repeating: ")\na: s(\"bd\")\n", count: 2000)
    let faults = Score.read(SourceText(name: "test.jorga", text)).faults
    #expect(faults.count == 100)
  }
}
