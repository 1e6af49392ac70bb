/// What every operator answered on one set.
package struct Results {
  package let name: String
  /// By operator, one of each pair.
  package let answers: [(name: String, ofPairs: [Answers])]

  /// Sends all operators over all pairs.
  package init(of set: PairSet, by operators: [any Operator], model: PhraseModel) throws {
    name = set.name
    answers = try operators.map { blend in
      (blend.name, try set.pairs.map { try $0.path(by: blend).answers(by: model) })
    }
  }

  private func ofPairs(_ name: String) -> [Answers] {
    answers.first { $0.name == name }?.ofPairs ?? []
  }

  /// The mean of an operator's answers.
  func mean(_ name: String) -> Answers { Answers(meanOf: ofPairs(name)) }

  /// In which share of pairs one operator is better than another.
  ///
  /// - Returns: From 0 to 1; pairs in which both are equal count as lost.
  func wins(of name: String, over other: String, in criterion: Criterion) -> Double {
    let pairs = Array(zip(ofPairs(name), ofPairs(other)))
    let won = pairs.count { criterion.prefers($0[criterion], to: $1[criterion]) }
    return pairs.isEmpty ? 0 : Double(won) / Double(pairs.count)
  }
}
