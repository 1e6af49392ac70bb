import Music

/// What the changes of a blend are measured by: their prices, and when they come.
struct Planner {
  let circle: Circle
  /// How strong each place is in the metres of the two rhythms, from 0 to 1.
  let weights: [Fraction: Double]
  let settings: Jump.Settings

  func point(_ note: VoicedNote) -> Matching.Point {
    Matching.Point(place: circle.ticks(of: note.note.onset), velocity: note.note.velocity.value)
  }

  /// Weak places first, so that the weak of one rhythm are paired with the weak of the other.
  func sorted(_ notes: [VoicedNote]) -> [VoicedNote] {
    notes.sorted { (weight($0), $0) < (weight($1), $1) }
  }

  /// A change from a note to another, or from or to silence; with how the matching moved it, where
  /// the two were matched.
  func change(
    _ from: VoicedNote?, _ to: VoicedNote?, by move: Matching.Pair?, in lane: Lane, _ index: Int
  ) -> Schedule.Change {
    let onset = (from ?? to)?.note.onset ?? 0
    return Schedule.Change(
      from: from, to: to, isMove: move != nil,
      price: price(from, to, moved: move?.price), way: move?.way ?? 0,
      key: key(from.map(weight), to.map(weight), lane.order, drawn(for: lane.name, at: onset)),
      lane: index, place: circle.ticks(of: onset))
  }

  /// A number from 0 up to 1 for someone at a place of the circle.
  func drawn(for asker: String, at onset: Fraction) -> Double {
    let phase = (try? onset / Fraction(circle.length, circle.ticksPerBeat)) ?? 0
    return Chance(seed: settings.seed).number(for: asker, at: phase)
  }

  /// A change's place in the order of changes, from the weights of what goes and what comes.
  private func key(_ from: Double?, _ to: Double?, _ voice: Int, _ drawn: Double) -> Double {
    let chance = settings.randomness
    let strongest = max(from ?? 0, to ?? 0)
    switch settings.order {
    case .idiom, .voice:
      // A note that comes alone comes to a strong place first, as an off-beat alone is at its most
      // syncopated.
      let place = from == nil ? 1 - strongest : strongest
      return Double(voice) + 0.5 * place + 0.8 * chance * drawn
    case .weak: return (1 - chance) * strongest + chance * drawn
    case .ground: return (1 - chance) * ((from ?? 0) - (to ?? 0)) / 2 + chance * drawn
    case .tension: return (1 - chance) * ((to ?? 0) - (from ?? 0)) / 2 + chance * drawn
    }
  }

  /// How strong a note's place is, from 0 to 1.
  func weight(_ note: VoicedNote) -> Double { weights[note.note.onset] ?? 0 }

  /// What a change costs; another sound at one place is half a note gone and half a note come.
  private func price(_ from: VoicedNote?, _ to: VoicedNote?, moved: Int?) -> Int {
    let (a, b) = (from.map(point), to.map(point))
    let alone = circle.reach * ((a?.velocity ?? 0) + (b?.velocity ?? 0))
    guard let a, let b else { return alone }
    let ways = [-circle.length, 0, circle.length].compactMap { lap in
      Matching.price(from: a, to: b.place + lap, b.velocity, reach: circle.reach)
    }
    let price = moved ?? min(alone, ways.min() ?? alone)
    return from?.voice == to?.voice ? price : max(price, alone / 2)
  }
}
