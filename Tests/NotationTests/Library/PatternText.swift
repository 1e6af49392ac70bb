import Foundation
import TestSupport

/// A pattern file as letters: its head, and its rows without blanks and bar lines.
struct PatternText {
  private(set) var head: [String: String] = [:]
  private(set) var rows: [String: String] = [:]

  /// All files of the library by their ids.
  static func all() throws -> [String: PatternText] {
    var texts: [String: PatternText] = [:]
    for path in Repository.patternFiles {
      let id = path.split(separator: "/").last?.dropLast(".pattern".count) ?? ""
      texts[String(id)] = PatternText(try Repository.text(of: path))
    }
    return texts
  }

  private init(_ text: String) {
    for line in text.split(separator: "\n") {
      let label = String(line.prefix { $0 != " " })
      let rest = line.dropFirst(label.count).drop { $0 == " " }
      if rest.first == "|" {
        rows[label] = rest.filter { $0 != "|" && $0 != " " }
      } else if !label.contains(".") {
        head[label] = String(rest)
      }
    }
  }

  /// The rows as the research prints them: strokes of all strings in one, high and low apart.
  func printed(besides printed: [String: String]) -> [String: String] {
    let count = printed.values.first?.count ?? 0
    guard rows.count > 1, printed["S"] != nil, printed["L"] == nil else {
      return rows.count == 1 ? ["": rows.values.first ?? ""] : rows.byHeight
    }
    var union = [Character](repeating: ".", count: count)
    for row in rows.values {
      for (place, step) in row.enumerated() where step != "." { union[place] = step }
    }
    return ["": String(union)]
  }
}

extension [String: String] {
  /// The rows by whether their voice is high or low.
  fileprivate var byHeight: [String: String] {
    reduce(into: [:]) { rows, row in
      let isLow =
        row.key.hasSuffix("-low") || row.key.hasSuffix("-bass") || row.key.hasSuffix("-butt")
      rows[isLow ? "low" : "high"] = row.value
    }
  }
}
