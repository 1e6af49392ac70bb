/// The text of a pattern file with a usual head, some lines of which are other ones.
struct Draft {
  /// The rows begin in this line, counted from 1.
  static let firstRow = 9

  private static let keys = ["name", "region", "metre", "grid", "tempo", "evidence", "source"]

  private static let usual = [
    "name": "Test", "region": "test", "metre": "4/4", "grid": "1/8", "tempo": "100",
    "evidence": "C", "source": "a test",
  ]

  let text: String

  /// A file whose values stand in column 11; an empty value takes the line away.
  init(_ head: [String: String] = [:], rows: String = "kick      | x.x.x.x. |") {
    let others = head.keys.filter { !Self.keys.contains($0) }.sorted()
    let lines = (Self.keys + others).compactMap { key -> String? in
      let value = head[key] ?? Self.usual[key] ?? ""
      return value.isEmpty ? nil : key + String(repeating: " ", count: 10 - key.count) + value
    }
    text = (lines + ["", rows]).map { $0 + "\n" }.joined()
  }
}
