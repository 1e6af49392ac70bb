import Music
import Notation
import Scores
import Testing

/// Scores that are short, and would be without end when they are played.
struct ExtentTests {
  /// A definition made of the one before, so many times.
  private static func chain(
    _ count: Int, from first: String, _ next: (String) -> String, track: String = "x: a"
  ) -> String {
    let lines = (1...count).map { "let a\($0) = \(next("a\($0 - 1)"))" }
    return (["bars(2)", "let a0 = \(first)"] + lines + ["\(track)\(count)"])
      .joined(separator: "\n")
  }

  private static func fault(_ text: String) throws -> ScoreError.Fault? {
    let shelf = try Shelf.empty
    do throws(ScoreFaults) {
      _ = try Song(SourceText(name: "a.jorga", text), on: shelf)
      return nil
    } catch {
      return error.faults.first?.fault
    }
  }

  @Test(arguments: [("rev()", 150), ("fast(1)", 150), ("every(2, x => x.rev())", 12)])
  func `a chain may be long, but not without end`(word: String, length: Int) throws {
    let short = Self.chain(length, from: "s(\"bd\")") { "\($0).\(word)" }
    #expect(try Self.fault(short) == nil)
    let long = Self.chain(2000, from: "s(\"bd\")") { "\($0).\(word)" }
    switch try Self.fault(long) {
    case .tooDeep(2 * Bounds.nesting), .cannotPlay: break
    case let other: Issue.record("\(String(describing: other))")
    }
  }

  @Test func `a chain of signals has an end, too`() throws {
    let long = Self.chain(2000, from: "sine", { "\($0).fast(1)" }, track: "x: s(\"bd\").pan(a")
    #expect(try Self.fault(long + ")") == .tooDeep(limit: 2 * Bounds.nesting))
  }

  @Test(
    arguments: [
      { "stack(\($0), \($0))" }, { "cat(\($0), \($0))" }, { "blend(\($0), \($0), 0.5)" },
      { "\($0).every(2, x => stack(x, x))" }, { "\($0).off(1/8, x => stack(x, x))" },
    ] as [@Sendable (String) -> String])
  func `what doubles sixty times is refused before it is played`(
    next: @Sendable (String) -> String
  ) throws {
    let text = Self.chain(60, from: "s(\"bd\")", next)
    guard case .cannotPlay = try Self.fault(text) else {
      Issue.record("\(String(describing: try Self.fault(text)))")
      return
    }
  }

  @Test func `a score may have many tracks and long lists`() throws {
    let tracks = (0..<2000).map { "t\($0): s(\"bd*4\").fast(2)" }
    #expect(try Self.fault(tracks.joined(separator: "\n")) == nil)
    let list = Array(repeating: "s(\"bd\")", count: 2000).joined(separator: ", ")
    #expect(try Self.fault("a: stack(\(list))") == nil)
  }
}
