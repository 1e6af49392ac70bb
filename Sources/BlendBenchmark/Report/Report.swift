import Composer
package import Music

/// The benchmark of blends, in words and tables.
package enum Report {
  /// What one operator is compared with others in, pair by pair.
  private static let compared: [Criterion] = [.slack, .largestStep, .linearity]

  /// Runs the benchmark and prints it.
  ///
  /// - Parameters:
  ///   - library: The rhythms of the shipped library.
  ///   - seed: Decides on random rhythms and on the sample of the library.
  /// - Throws: ``UnknownRhythm`` where the library is not the shipped one.
  package static func run(on library: [Rhythm], seed: UInt64) throws {
    let (sets, rest) = try PairSet.all(of: library, seed: seed)
    // Who guides and who judges have read different rhythms, and neither those of a set.
    let (read, heard) = (rest.everySecond(from: 0), rest.everySecond(from: 1))
    let model = try PhraseModel(of: read)
    let operators = Operators(idiom: try Idiom(of: heard))
    print(
      "seed \(seed); paths of \(Path.amounts.count) rhythms at 120 BPM in three voices; the idiom "
        + "is judged by a model\nof \(read.count) of the library's \(library.count) rhythms, none "
        + "of which is in a set; blends by idiom are guided\nby a table of \(heard.count) others, "
        + "none of which is in a set, instead of by that of the whole library;\n"
        + "'*' is beside a mean that fails its gate")
    for criterion in Criterion.allCases {
      print("  \(criterion.heading.padded(to: 7))\(criterion.meaning)")
    }
    var verdicts: [String] = []
    for set in sets {
      let results = try Results(of: set, by: operators.all, model: model)
      verdicts.append(verdict(on: results, operators.usual.name))
      print(
        "\n\(set.name), \(set.pairs.count) pairs\n\(table(of: results))\n\(verdicts[verdicts.count - 1])"
      )
    }
    let missed = zip(sets, verdicts).filter { $0.1.contains("*") }.map(\.0.name)
    print(
      "\n\(operators.usual.name) does all that is asked of it on "
        + (missed.isEmpty ? "every set" : "every set but: \(missed.joined(separator: ", "))"))
  }

  private static func table(of results: Results) -> String {
    func line(_ name: String, _ cells: [String]) -> String {
      name.padded(to: 20) + cells.map { $0.padded(toRight: 7) }.joined()
    }
    let head = line("", Criterion.allCases.map(\.heading) + ["score"])
    let gates = line("gate", Criterion.allCases.map { $0.gate.thousandths })
    let rows = results.answers.map { name, _ in
      let mean = results.mean(name)
      let cells = Criterion.allCases.map { criterion in
        (criterion.passes(mean[criterion]) ? "" : "*") + mean[criterion].thousandths
      }
      return line(name, cells + [mean.score.thousandths])
    }
    return ([head, gates] + rows).joined(separator: "\n")
  }

  /// In how many of a hundred pairs the usual operator must beat the consistent Bernoulli.
  private static let leastWins = 80

  /// What is asked of the usual operator, with a star beside what it does not do.
  private static func verdict(on results: Results, _ usual: String) -> String {
    let mean = results.mean(usual)
    let failed = mean.failures.map(\.heading)
    let gates =
      failed.isEmpty ? "passes all gates" : "fails *\(failed.joined(separator: ", *"))"
    let rivals = Operators.rivals.map { rival in
      let wins = compared.map { criterion in
        let share = results.wins(of: usual, over: rival.baseline.name, in: criterion)
        let wins = Int((share * 100).rounded())
        return
          "\(rival.isBeatenByPairs && wins < leastWins ? "*" : "")\(wins) % \(criterion.heading)"
      }
      let lead = mean.score - results.mean(rival.baseline.name).score
      return "  beats \(rival.baseline.name) in \(wins.joined(separator: ", ")) of pairs"
        + (rival.isBeatenByPairs ? " (\(leastWins) % asked)" : "")
        + ", \(lead > 0 ? "" : "*")\(lead.thousandths) in score"
    }
    return (["\(usual) \(gates)"] + rivals).joined(separator: "\n")
  }
}

extension Array {
  /// Every other element, from one on.
  fileprivate func everySecond(from first: Int) -> [Element] {
    stride(from: first, to: count, by: 2).map { self[$0] }
  }
}

extension Double {
  /// The number with three decimals.
  fileprivate var thousandths: String {
    let whole = Int((abs(self) * 1000).rounded())
    let digits = "\(1000 + whole % 1000)".dropFirst()
    return "\(self < 0 && whole > 0 ? "-" : "")\(whole / 1000).\(digits)"
  }
}

extension String {
  /// The text with blanks behind it.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text with blanks before it.
  fileprivate func padded(toRight width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
