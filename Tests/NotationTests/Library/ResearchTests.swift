import Foundation
import TestSupport
import Testing

/// The library against the research from which it was typed, where that lies beside the repository.
@Suite(.enabled(if: Research.isThere, "the research is not beside this repository"))
struct ResearchTests {
  /// Rows that wait for an ear: the research itself says that nothing supports them.
  private static let omitted: Set = ["break-think", "break-apache"]

  @Test func `every row of the research has its file`() throws {
    let ids = try Set(Research.grooves().map(\.id)).union(Research.kuis().map(\.id))
    #expect(ids.count == 322)
    #expect(ids.subtracting(try PatternText.all().keys) == Self.omitted)
  }

  @Test func `every groove is typed as it stands, character by character`() throws {
    let files = try PatternText.all()
    for groove in try Research.grooves() where !Self.omitted.contains(groove.id) {
      let rows = try #require(files[groove.id], "\(groove.id)").rows
      for (code, steps) in groove.rows {
        let voice = try #require(Research.voices[code], "\(groove.id) \(code)")
        #expect(rows[voice] == steps, "\(groove.id) \(code)")
      }
    }
  }

  /// Law: a row for bass, chords or arpeggio repeats a string of its entry, or of one that the entry
  /// names.
  @Test func `every line below a groove is one of the research`() throws {
    let files = try PatternText.all()
    let grooves = try Research.grooves()
    let byID = Dictionary(grooves.map { ($0.id, $0) }) { first, _ in first }
    for groove in grooves {
      guard let file = files[groove.id] else { continue }
      let related = byID.keys.filter { groove.advice.contains("as \($0)") }.compactMap { byID[$0] }
      let strings = ([groove] + related).flatMap { $0.lines + $0.rows.map(\.1) }
      for voice in ["bass", "chord", "arp", "organ"] where file.rows[voice] != nil {
        let row = file.rows[voice] ?? ""
        let isThere = strings.contains { string in
          row.count.isMultiple(of: string.count)
            && row == String(repeating: string, count: row.count / string.count)
        }
        #expect(isThere, "\(groove.id) \(voice) \(row)")
      }
    }
  }

  @Test func `every cell of a kuy is typed as it stands, character by character`() throws {
    let files = try PatternText.all()
    for kuy in try Research.kuis() {
      let file = try #require(files[kuy.id], "\(kuy.id)")
      #expect(file.head["evidence"] == kuy.evidence, "\(kuy.id)")
      if let lengths = kuy.rows["M"] {
        let metres = file.head["metre"]?.split(separator: ",").map(\.eighths) ?? []
        #expect(metres.joined(separator: " ") == lengths, "\(kuy.id)")
      } else {
        #expect(file.printed(besides: kuy.rows) == kuy.expected, "\(kuy.id)")
      }
    }
  }

  /// The regions as the research counts its sections.
  @Test func `each region is whole`() throws {
    let regions = Dictionary(grouping: try PatternText.all().values) { $0.head["region"] ?? "" }
    #expect(regions["kazakh"]?.count == 73)
    #expect(regions["central-asia"]?.count == 17)
    #expect(regions["electronic"]?.count == 98)
    #expect(regions.values.reduce(0) { $0 + $1.count } == 73 + 17 + 98 + 132)
  }
}

extension Substring {
  /// The length of a bar in eighths.
  fileprivate var eighths: String {
    let numbers = prefix { $0 != "(" }.split(separator: "/").map { side in
      Int(side.filter { $0 != " " }) ?? 0
    }
    return numbers.count == 2 ? "\(numbers[0] * 8 / numbers[1])" : ""
  }
}
