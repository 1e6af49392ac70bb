public import Music

/// The way from one rhythm to another in some stages, and how each note goes on from stage to
/// stage: what every drawing of a blend is made from.
public struct Transition: Sendable {
  /// One rhythm on the way.
  public struct Stage: Sendable {
    /// How far it is, such as `40%`.
    public let label: String
    /// What is played there.
    public let rhythm: Rhythm

    /// A stage.
    public init(label: String, rhythm: Rhythm) {
      self.label = label
      self.rhythm = rhythm
    }
  }

  /// Where a note stands.
  public struct Spot: Hashable, Sendable {
    /// Who plays it.
    public let voice: Voice
    /// When it begins, in quarter notes.
    public let onset: Fraction

    /// A spot.
    public init(_ voice: Voice, _ onset: Fraction) {
      self.voice = voice
      self.onset = onset
    }
  }

  /// A note that goes on from one stage to the next.
  public struct Link: Hashable, Sendable {
    /// Where it stands at the one.
    public let from: Spot
    /// Where it stands at the other.
    public let to: Spot

    /// A link.
    public init(from: Spot, to: Spot) {
      self.from = from
      self.to = to
    }
  }

  /// How a note stands to the stage before.
  public enum Course: Hashable, Sendable {
    /// It stands at its place in all stages.
    case kept
    /// It stands where it stood; or there is no stage before.
    case stays
    /// It was not there.
    case comes
    /// It stood elsewhere: earlier in the bars, or later.
    case moves(isLater: Bool)
    /// Another voice had it.
    case turns
    /// It stood here and is silent.
    case goes
  }

  /// The two rhythms that it leads between, as they are by themselves.
  public let ends: (first: Picture.Subject, second: Picture.Subject)

  /// The stages in order; at least one.
  public let stages: [Stage]

  /// What goes on from each stage to the next.
  public let links: [[Link]]

  /// The voices that sound at some stage, those of the first before others.
  public let voices: [Voice]

  /// A way.
  ///
  /// - Precondition: There is a stage, all have the same bars, and each but the last has its links.
  public init(
    between first: Picture.Subject, and second: Picture.Subject, stages: [Stage], links: [[Link]]
  ) {
    precondition(
      links.count == stages.count - 1 && Set(stages.map(\.rhythm.bars)).count == 1,
      "stages share their bars, and each has links to the next")
    ends = (first, second)
    self.stages = stages
    self.links = links
    var voices: [Voice] = []
    for part in stages.flatMap(\.rhythm.parts) where !part.notes.isEmpty {
      if !voices.contains(part.voice) { voices.append(part.voice) }
    }
    self.voices = voices
  }

  /// The bars of all stages.
  var bars: [Metre] { stages[0].rhythm.bars }

  /// The length of all bars, in quarter notes.
  var beats: Fraction { stages[0].rhythm.beats }
}

extension Transition {
  /// How each note of each stage stands to the stage before, and what has gone since then.
  ///
  /// - Complexity: O(n) for the notes of all stages.
  public var courses: [[Spot: Course]] {
    let kept = kept
    return stages.indices.map { index in
      let spots = spots(of: index)
      guard index > 0 else {
        return Dictionary(
          uniqueKeysWithValues: spots.map { ($0, kept.contains($0) ? .kept : .stays) })
      }
      let origins = Dictionary(links[index - 1].map { ($0.to, $0.from) }) { first, _ in first }
      var courses: [Spot: Course] = [:]
      for spot in self.spots(of: index - 1) { courses[spot] = .goes }
      for link in links[index - 1] { courses[link.from] = nil }
      for spot in spots {
        courses[spot] = kept.contains(spot) ? .kept : course(to: spot, from: origins[spot])
      }
      return courses
    }
  }

  /// The notes that stand at their place in all stages.
  var kept: Set<Spot> {
    guard stages.count > 1 else { return [] }
    return links.reduce(Set(spots(of: 0))) { kept, links in
      kept.intersection(links.filter { $0.from == $0.to }.map(\.to))
    }
  }

  /// The times at which both the first stage and the last strike, whoever does.
  var common: [Fraction] {
    let times = [stages[0], stages[stages.count - 1]].map { stage in
      Set(stage.rhythm.parts.flatMap { $0.notes.map(\.onset) })
    }
    return times[0].intersection(times[1]).sorted()
  }

  private func spots(of stage: Int) -> [Spot] {
    stages[stage].rhythm.parts.flatMap { part in part.notes.map { Spot(part.voice, $0.onset) } }
  }

  private func course(to spot: Spot, from origin: Spot?) -> Course {
    guard let origin else { return .comes }
    if origin == spot { return .stays }
    if origin.onset == spot.onset { return .turns }
    let way = spot.onset.approximation - origin.onset.approximation
    return .moves(isLater: round(way) > 0)
  }

  /// A distance in quarter notes the shorter way round the bars; below zero for back.
  func round(_ way: Double) -> Double {
    let length = beats.approximation
    return way > length / 2 ? way - length : way < -length / 2 ? way + length : way
  }
}

extension Note {
  /// How hard it is struck, as a part of what is usual for its stroke, at most 1.
  func strength(in voice: Voice) -> Double {
    min(1, Double(velocity.value) / Double(voice.usualVelocity(of: stroke).value))
  }
}
