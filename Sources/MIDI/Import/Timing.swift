import Music

/// On which grid the notes of an excerpt are, and with what feel.
struct Timing {
  /// How many steps a whole note has.
  let stepsPerWhole: Int
  /// The feel of the whole; nothing for straight.
  let swing: Swing?
  /// The feels of those that have one of their own, by the names of their lines.
  let own: [String: Swing?]

  /// The feel of a line.
  func swing(of name: String) -> Swing? { own[name] ?? swing }
}

/// Finds the grid and the feel in which the notes of an excerpt are told most shortly, as
/// ``Telling`` counts it; of equals the coarsest grid and the straight feel.
struct TimingSearch {
  /// The grids that are tried, in steps to a whole note.
  static let grids = [4, 6, 8, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96]

  /// What it costs that a grid is finer by a level; that the whole swings; that a share of it is no
  /// whole number of per cent; that a voice has a swing of its own, or none where the whole swings.
  private static let cost = (level: 3.0, swing: 10.0, tenth: 2.0, own: 12.0, straight: 4.0)

  private let excerpt: Excerpt
  /// Lines by the name of their voice without its number: the notes of a chord have one feel.
  private let groups: [(names: [String], places: [Place])]
  private let millisecondsPerUnit: Double
  private let shared: [Swing]
  private let own: [[Swing]]

  init(_ excerpt: Excerpt) {
    self.excerpt = excerpt
    millisecondsPerUnit =
      60_000 / Double(excerpt.beatsPerMinute) / Double(excerpt.unitsPerBeat)
    var places: [String: (names: [String], places: [Place])] = [:]
    var order: [String] = []
    for line in excerpt.voices {
      let name = line.isDrum ? line.name : VoiceName.base(of: line.name)
      if places[name] == nil { order.append(name) }
      places[name, default: ([], [])].names.append(line.name)
      places[name]?.places += excerpt.places(of: line)
    }
    groups = order.compactMap { places[$0] }.map { names, places in
      (names, places.sorted { ($0.bar, $0.phase, $0.key) < ($1.bar, $1.phase, $1.key) })
    }
    let unitsPerBeat = excerpt.unitsPerBeat
    shared = SwingGuess.swings(in: groups.flatMap(\.places), unitsPerBeat: unitsPerBeat)
    own = groups.map { SwingGuess.swings(in: $0.places, unitsPerBeat: unitsPerBeat) }
  }

  /// The best timing on some grids.
  ///
  /// - Returns: Nothing where there is no grid.
  func best(on grids: [Int]) -> Timing? {
    var best: (cost: Double, timing: Timing)?
    for steps in grids {
      let grid = GridStep(stepsPerWhole: steps, unitsPerBeat: excerpt.unitsPerBeat)
      for candidate in candidates(on: grid) where candidate.cost < (best?.cost ?? .infinity) {
        best = candidate
      }
    }
    return best?.timing
  }

  /// The best timing on a grid for each feel of the whole and each spread.
  private func candidates(on grid: GridStep) -> [(cost: Double, timing: Timing)] {
    func fits(_ swing: Swing) -> Bool {
      (try? swing.unit * Fraction(grid.stepsPerWhole))?.denominator == 1
    }
    let shared = [nil] + self.shared.filter(fits).map(Optional.some)
    let tellings = groups.indices.map { group in
      let swings = shared + own[group].filter(fits).map(Optional.some)
      return Dictionary(
        swings.map { ($0, telling(of: group, on: grid, $0)) },
        uniquingKeysWith: { first, _ in first })
    }
    return shared.flatMap { swing in
      Telling.spreads.indices.map { spread in
        var (cost, own) = (Self.cost.level * grid.level + Self.cost(of: swing), [String: Swing?]())
        for group in groups.indices {
          let (least, feel) = cheapest(tellings[group], in: group, where: swing, spread)
          cost += least
          if feel != swing { for name in groups[group].names { own[name] = feel } }
        }
        return (cost, Timing(stepsPerWhole: grid.stepsPerWhole, swing: swing, own: own))
      }
    }
  }

  /// The feel of a group that costs least where the whole has some feel.
  private func cheapest(
    _ tellings: [Swing?: Telling], in group: Int, where whole: Swing?, _ spread: Int
  ) -> (Double, Swing?) {
    func cost(_ swing: Swing?) -> Double { tellings[swing]?.costs[spread] ?? .infinity }
    var (least, feel) = (cost(whole), whole)
    let others = [nil] + own[group].map(Optional.some)
    for swing in others where swing != whole {
      let more =
        swing == nil ? Self.cost.straight : Self.cost.own + Self.cost(of: swing) - Self.cost.swing
      if cost(swing) + more < least { (least, feel) = (cost(swing) + more, swing) }
    }
    return (least, feel)
  }

  /// What it costs to tell a feel of the whole.
  private static func cost(of swing: Swing?) -> Double {
    guard let swing else { return 0 }
    let isPlain =
      (try? swing.share.lowerBound * 100)?.denominator ?? 1 == 1
      || swing.share.lowerBound == Fraction(2, 3)
    return cost.swing + (isPlain ? 0 : cost.tenth)
  }

  private func telling(of group: Int, on grid: GridStep, _ swing: Swing?) -> Telling {
    Telling(
      of: groups[group].places, on: grid, swing, unitsPerBeat: excerpt.unitsPerBeat,
      millisecondsPerUnit: millisecondsPerUnit)
  }
}

extension Excerpt {
  /// Where in their bars the notes of a line are.
  func places(of line: Line) -> [Place] {
    var bar = 0
    let begins = lines.map { $0.approximation * Double(unitsPerBeat) }
    return line.notes.map { note in
      while bar + 1 < metres.count, Double(note.place) >= begins[bar + 1] { bar += 1 }
      return Place(
        bar: bar, phase: Double(note.place) - begins[bar],
        barLength: begins[bar + 1] - begins[bar], key: note.key)
    }
  }
}
