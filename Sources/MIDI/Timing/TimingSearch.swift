import Music

/// Finds the grid and the feel in which the notes of an excerpt are told most shortly, as
/// ``Telling`` counts it; of equals the coarsest grid and the straight feel.
struct TimingSearch {
  /// Lines that have one feel: the voices of a chord are told apart by numbers alone.
  private struct Group {
    var names: [String] = []
    var places: [Place] = []
    /// The swings that it may have of its own.
    var swings: [Swing] = []
  }

  /// The grids that are tried, in steps to a whole note.
  static let grids = [4, 6, 8, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96]

  /// The cost of a grid for each level, of a swing of the whole, of a swing of one voice, and of one
  /// that is straight where the whole swings.
  private static let cost = (level: 3.0, swing: 6.0, own: 8.0, straight: 4.0)
  /// The most feels of the whole that are tried.
  private static let mostShared = 24

  private let excerpt: Excerpt
  private let groups: [Group]
  /// The feels that the whole may have.
  private let shared: [Swing?]

  init(_ excerpt: Excerpt) {
    self.excerpt = excerpt
    let unitsPerBeat = excerpt.unitsPerBeat
    var groups: [String: Group] = [:]
    var order: [String] = []
    for line in excerpt.voices {
      let name = line.isDrum ? line.name : VoiceName.base(of: line.name)
      if groups[name] == nil { order.append(name) }
      groups[name, default: Group()].names.append(line.name)
      groups[name]?.places += excerpt.places(of: line)
    }
    self.groups = order.compactMap { groups[$0] }.map { group in
      var group = group
      group.places.sort { ($0.bar, $0.phase, $0.key) < ($1.bar, $1.phase, $1.key) }
      group.swings = SwingGuess.swings(in: group.places, unitsPerBeat: unitsPerBeat)
      return group
    }
    let all = SwingGuess.swings(in: self.groups.flatMap(\.places), unitsPerBeat: unitsPerBeat)
    var shared: [Swing?] = [nil]
    for swing in all + self.groups.flatMap(\.swings) where shared.count <= Self.mostShared {
      if !shared.contains(swing) { shared.append(swing) }
    }
    self.shared = shared
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
    return best.map { refined($0.timing) }
  }

  /// The best timing on a grid for each feel of the whole and each spread.
  private func candidates(on grid: GridStep) -> [(cost: Double, timing: Timing)] {
    // A swing of triplets or quintuplets would be a second name for others of them.
    let isBinary = grid.stepsPerWhole & (grid.stepsPerWhole - 1) == 0
    func fits(_ swing: Swing?) -> Bool {
      swing.map { isBinary && grid.stepsPerWhole % $0.unit.denominator == 0 } ?? true
    }
    let shared = shared.filter(fits)
    let milliseconds = 60_000 / Double(excerpt.beatsPerMinute) / Double(excerpt.unitsPerBeat)
    let tellings = groups.map { group in
      let swings = Set(shared).union(group.swings.filter(fits))
      return Dictionary(
        uniqueKeysWithValues: swings.map {
          ($0, Telling(of: group.places, on: grid, $0, milliseconds))
        })
    }
    return shared.flatMap { swing in
      Telling.spreads.indices.map { spread in
        var cost = Self.cost.level * grid.level + (swing == nil ? 0 : Self.cost.swing)
        var own: [String: Swing?] = [:]
        for (group, tellings) in zip(groups, tellings) {
          let (least, feel) = cheapest(tellings, group.swings, where: swing, spread)
          cost += least
          if feel != swing { for name in group.names { own[name] = feel } }
        }
        return (cost, Timing(stepsPerWhole: grid.stepsPerWhole, swing: swing, own: own))
      }
    }
  }

  /// The feel of a group that costs least where the whole has some feel.
  private func cheapest(
    _ tellings: [Swing?: Telling], _ own: [Swing], where whole: Swing?, _ spread: Int
  ) -> (Double, Swing?) {
    func cost(_ swing: Swing?) -> Double { tellings[swing]?.costs[spread] ?? .infinity }
    var (least, feel) = (cost(whole), whole)
    for swing in [nil] + own.map(Optional.some) where swing != whole {
      let cost = cost(swing) + (swing == nil ? Self.cost.straight : Self.cost.own)
      if cost < least { (least, feel) = (cost, swing) }
    }
    return (least, feel)
  }

  /// The same timing with swings in parts of a per cent where with such a one most notes are exactly
  /// in place, or with plainer ones with which they still are, within half a tick of the file.
  private func refined(_ timing: Timing) -> Timing {
    let halfTick = Double(excerpt.unitsPerBeat) / excerpt.ticksPerBeat.approximation / 2
    func refined(_ swing: Swing?, _ groups: [Group]) -> Swing? {
      guard let swing else { return nil }
      let exact = SwingGuess.exact(
        in: groups.flatMap(\.places), of: swing.unit, within: halfTick,
        unitsPerBeat: excerpt.unitsPerBeat)
      return exact ?? swing
    }
    var own = timing.own
    for group in groups {
      for name in group.names {
        if let swing = own[name] { own[name] = refined(swing, [group]) }
      }
    }
    let common = groups.filter { timing.own[$0.names[0]] == nil }
    return Timing(
      stepsPerWhole: timing.stepsPerWhole, swing: refined(timing.swing, common), own: own)
  }
}
