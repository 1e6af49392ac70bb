public import Music

/// The way from one rhythm to another as a person reads it in a terminal: a grid for each stage,
/// with signs at what came, went and moved.
public struct TransitionPage {
  private let transition: Transition
  private let style: Page.Style

  /// A page of a way.
  public init(_ transition: Transition, style: Page.Style) {
    self.transition = transition
    self.style = style
  }

  /// The page, each line with its end.
  ///
  /// - Throws: ``MusicError/tooFine`` where the picture would have too many columns.
  public func text() throws(MusicError) -> String {
    let picture = try transition.picture()
    let signs = try transition.signs(of: picture)
    let common = try transition.common.map { time throws(MusicError) in
      (try time / picture.step).floor
    }
    let grid = GridText(picture, columns: style.columns, inking: style.inking, signs: signs)
    let words = PageWords(columns: style.columns, inking: style.inking)
    let blocks = [
      heads(words), grid.stageLines(common: common), legend(of: signs, words),
      words.legend(of: [
        (transition.ends.first.rhythm, "A: "), (transition.ends.second.rhythm, "B: "),
      ]),
    ]
    return blocks.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  private func heads(_ words: PageWords) -> [String] {
    [(transition.ends.first, "A: "), (transition.ends.second, "B: ")].flatMap { subject, letter in
      let facts = Facts(of: subject.rhythm)
      let told = [facts["metre"].joined(), facts["evidence"].joined(separator: "; ")]
      let source =
        subject.isFromFile ? ["evidence \(told[1])", "source \(facts["source"].joined())"] : []
      return words.wrapped("\(letter)\(subject.name)")
        + ([told[0]] + source).flatMap { words.hanging("", $0) }
    }
  }

  /// What the signs mean that are there.
  private func legend(of signs: [[Picture.Signs]], _ words: PageWords) -> [String] {
    let used = Set(signs.joined().flatMap { $0.courses.values })
    let soft = signs.joined().contains { $0.tellsSoftness } ? ["( is soft"] : []
    let meanings = Transition.Course.signed.filter { used.contains($0) }
      .map { "\($0.sign) \($0.meaning)" }
    return words.wrapped((meanings + soft).joined(separator: ", "))
  }
}

extension Transition.Course {
  /// The courses that have a sign, in the order of the legend.
  static let signed: [Transition.Course] = [
    .kept, .comes, .moves(isLater: true), .moves(isLater: false), .turns, .goes,
  ]

  /// What stands before a note, or in the place of one that has gone.
  var sign: Character {
    switch self {
    case .kept: "="
    case .stays: " "
    case .comes: "+"
    case .moves(let isLater): isLater ? ">" : "<"
    case .turns: "~"
    case .goes: "_"
    }
  }

  var ink: Ink {
    switch self {
    case .kept: .faint
    case .stays: .usual
    case .comes: .green
    case .moves, .turns: .yellow
    case .goes: .red
    }
  }

  /// What the sign says, in a few words.
  var meaning: String {
    switch self {
    case .kept: "stays all the way"
    case .stays: "stays"
    case .comes: "comes"
    case .moves(let isLater):
      isLater ? "has moved here from the left" : "has moved here from the right"
    case .turns: "is taken over from another voice"
    case .goes: "has gone"
    }
  }
}

extension GridText {
  /// The lines of the picture, each panel's title before its numbers; above all stands at which
  /// steps both ends strike.
  func stageLines(common: [Int]) -> [String] {
    Array(
      systems.ranges.map { range in
        picture.panels.enumerated().flatMap { index, panel in
          lines(of: index, panel, range, common: index == 0 ? common : nil)
        }
      }.joined(separator: [""]))
  }

  private func lines(
    of index: Int, _ panel: Panel, _ range: Range<Int>, common: [Int]?
  ) -> [String] {
    let bars = common != nil && panel.bars.count > 1 ? [barNumbers(panel, range)] : []
    let both = common.map { [marks("both", at: $0.filter(range.contains), range)] } ?? []
    let rows = zip(panel.rows, signs[index]).map { line(of: $0, panel, range, signs: $1) }
    return bars + both + [counts(panel, range, title: panel.title)]
      + (rows.isEmpty ? ["nothing sounds"] : rows)
  }
}
