/// The criteria that ask what is heard at five places on the way, wherever on the path they are.
extension Path {
  /// The places, as parts of the way.
  private static let targets = [0.25, 0.375, 0.5, 0.625, 0.75]

  /// How near to a place is there.
  private static let near = 0.1

  /// The least that syncopation outside the ends is compared to: a sixteenth that anticipates a bar
  /// of 4/4.
  private static let leastSyncopation = 4.0

  /// The rhythm that is nearest to each place, or nothing where none is near.
  private var visited: [(target: Double, view: View?)] {
    let progress = views.indices.map(progress)
    return Self.targets.map { target in
      let index = views.indices.min { abs(progress[$0] - target) < abs(progress[$1] - target) }
      guard let index, abs(progress[index] - target) <= Self.near else { return (target, nil) }
      return (target, views[index])
    }
  }

  /// The share of the places that the path comes by.
  var visits: Double {
    let visited = visited
    return Double(visited.count { $0.view != nil }) / Double(visited.count)
  }

  /// How far the syncopation lies outside that of the ends, as a part of their mean; 1 where the
  /// path does not come by.
  var excursion: Double {
    let (low, high) = (
      min(first.syncopation, last.syncopation), max(first.syncopation, last.syncopation)
    )
    let usual = max(Self.leastSyncopation, Double(low + high) / 2)
    return visited.map { _, view in
      view.map { Double(max(0, low - $0.syncopation, $0.syncopation - high)) / usual } ?? 1
    }.mean
  }

  /// The bits a sixteenth by which a model is more surprised than on the line between the ends.
  func surprise(by model: PhraseModel) -> Double {
    let (from, to) = (model.bits(of: first, on: ring), model.bits(of: last, on: ring))
    return visited.map { target, view in
      view.map { model.bits(of: $0, on: ring) - from - (to - from) * target }
        ?? Answers.idiomOfNone
    }.mean
  }

  /// The answers to all questions.
  package func answers(by model: PhraseModel) -> Answers {
    Answers { criterion in
      switch criterion {
      case .monotony: monotony
      case .slack: slack
      case .largestStep: largestStep
      case .linearity: nonlinearity
      case .anchors: anchors
      case .density: density
      case .offGrid: offGrid
      case .flams: flams
      case .syncopation: excursion
      case .idiom: surprise(by: model)
      case .visits: visits
      case .spread: spread
      }
    }
  }
}
