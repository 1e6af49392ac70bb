import Foundation
import TestSupport

/// The tables of the research: strings of steps with the ids of their files.
enum Research {
  /// A groove: its rows by code, and the lines for bass and chords that its advice gives.
  struct Groove {
    let id: String
    var rows: [(String, String)] = []
    var advice = ""

    /// Every string of steps in the advice.
    var lines: [String] {
      advice.split { " ,;()".contains($0) }.map { $0.filter { $0 != "|" } }
        .filter { $0.count >= 4 && $0.allSatisfy("Xxg.".contains) }
    }
  }

  /// A row of the tables of kuis and their neighbours: strings by the letter before each.
  struct Kuy {
    let id: String
    let rows: [String: String]
    let evidence: String

    /// The rows as ``PatternText/printed(besides:)`` gives them.
    var expected: [String: String] {
      if let low = rows["L"], let high = rows["H"] { return ["low": low, "high": high] }
      if rows["S"] == nil, let low = rows["B"], let high = rows["T"] {
        return ["low": low, "high": high]
      }
      var union = Array(rows["S"] ?? rows["X"] ?? rows["L"] ?? rows["H"] ?? "")
      for (place, step) in (rows["P"] ?? "").enumerated() where step != "." { union[place] = step }
      return ["": String(union)]
    }
  }

  private static let folder = "\(Repository.root)/../shared/research"

  /// Whether the research lies beside the repository.
  static let isThere = FileManager.default.fileExists(atPath: "\(folder)/grooves.md")

  private static func lines(of name: String) throws -> [Substring] {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n")
  }

  static func grooves() throws -> [Groove] {
    var grooves: [Groove] = []
    var isOpen = false
    for line in try lines(of: "grooves.md") {
      let words = line.split(separator: " ", maxSplits: 1)
      if line.hasPrefix("@") {
        grooves.append(Groove(id: String(words[0].dropFirst())))
        isOpen = true
      } else if isOpen, line.hasPrefix("v:") {
        grooves[grooves.count - 1].advice = String(line)
        isOpen = false
      } else if isOpen, words.count == 2 {
        let steps = words[1].filter { $0 != "|" && $0 != " " }
        grooves[grooves.count - 1].rows.append((String(words[0]), steps))
      }
    }
    return grooves
  }

  static func kuis() throws -> [Kuy] {
    try lines(of: "kazakh.md").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 13, cells[1] != "id", !cells[1].hasPrefix("-") else { return nil }
      let isWhole = cells[10].hasPrefix("A:") || cells[10].hasPrefix("A onsets")
      return Kuy(id: cells[1], rows: strings(in: cells[7]), evidence: isWhole ? "A" : "C")
    }
  }

  /// Strings such as ``S `D.dud.u.` `` by their letters.
  private static func strings(in cell: String) -> [String: String] {
    var rows: [String: String] = [:]
    let parts = cell.replacingOccurrences(of: "<br>", with: " ").split(separator: "`")
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      rows[parts[index].trimmingCharacters(in: .whitespaces)] = String(parts[index + 1])
    }
    return rows
  }

  /// The voices of the codes.
  static let voices = [
    "BD": "kick", "SN": "snare", "CP": "clap", "RS": "rim", "CH": "hat", "PH": "pedal-hat",
    "OH": "open-hat", "LT": "low-tom", "MT": "mid-tom", "HT": "high-tom", "CR": "crash",
    "RD": "ride", "RB": "ride-bell", "TA": "tambourine", "CB": "cowbell", "CL": "claves",
    "SH": "shaker", "CA": "cabasa", "CGo": "open-conga", "CGm": "mute-conga", "CGl": "low-conga",
    "BOh": "high-bongo", "BOl": "low-bongo", "TIh": "high-timbale", "AGh": "high-agogo",
    "AGl": "low-agogo", "GUs": "short-guiro", "GUl": "long-guiro", "SUo": "open-surdo",
    "SUm": "mute-surdo", "SUt": "third-surdo", "TR": "open-triangle", "TRm": "mute-triangle",
    "WBh": "high-block", "WBl": "low-block", "D": "dum", "T": "tek", "K": "ka", "S": "slap",
    "HL": "conga-heel", "TP": "conga-tip", "TM": "tamborim", "SNc": "caixa", "GZ": "ganza",
    "QR": "qraqeb", "GE": "tabla-ge", "NA": "tabla-na", "TI": "tabla-tin", "KA": "tabla-ka",
    "SM": "shime", "OD": "o-daiko", "KT": "kethuk", "KN": "kenong", "KP": "kempul", "GG": "gong",
    "PL": "polos", "SA": "sangsih", "KJ": "kajar", "V1": "voice-1", "V2": "voice-2",
    "V3": "voice-3", "PR": "vocal", "BS": "bass", "CHD": "chord", "ARP": "arp",
  ]
}
