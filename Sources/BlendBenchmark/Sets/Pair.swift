package import Composer
package import Music

/// Two rhythms brought to the same bars and to three voices.
package struct Pair {
  package let first: Fit.Fitted
  package let second: Fit.Fitted
  private let ring: Ring

  /// A pair of any two rhythms, of which the first sounding bars are taken, by the usual fit.
  package init(_ first: Rhythm, _ second: Rhythm) throws {
    let (a, b) = (try first.inThreeVoices(), try second.inThreeVoices())
    let fit = Fit.usual(for: a, b)
    (self.first, self.second) = try fit.fitted(a, to: b)
    let grids = try fit.fitted(a.everyStep(), to: b.everyStep())
    ring = try Ring(
      self.first.rhythm, self.second.rhythm,
      grid: [grids.0, grids.1].flatMap { $0.rhythm.parts.flatMap(\.notes).map(\.onset) })
  }

  /// Whether the two do not sound the same.
  var isDifferent: Bool {
    Hit.lanes(of: first.rhythm, on: ring) != Hit.lanes(of: second.rhythm, on: ring)
  }

  /// The path of an operator between the two.
  package func path(by blend: any Operator) throws -> Path {
    let rhythms = try blend.path(from: first, to: second)
    var views: [View] = []
    for (index, rhythm) in rhythms.enumerated() {
      let lanes = Hit.lanes(of: rhythm, on: ring)
      let isSame = index > 0 && views[index - 1].lanes == lanes
      views.append(isSame ? views[index - 1] : View(lanes: lanes, on: ring))
    }
    return Path(views, on: ring)
  }
}

extension Rhythm {
  /// A hat on every step of the grid.
  fileprivate func everyStep() throws -> Rhythm {
    let step = try grid * 4
    var (onset, notes) = (Fraction.zero, [Note]())
    while onset < beats {
      notes.append(
        Note(onset: onset, length: step, stroke: .normal, velocity: Velocity(clamping: 90)))
      onset = try onset + step
    }
    return try Rhythm(
      origin: origin, bars: bars, grid: grid, tempo: tempo,
      parts: [Part(voice: Lane.high.voice, notes: notes)])
  }
}
