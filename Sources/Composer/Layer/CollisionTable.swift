public import Music

/// What happens where two voices that disturb each other would strike together.
///
/// Laws: no two voices of a rule strike together afterwards; no note of a prior voice is touched
/// by its rule; no note is added.
public struct CollisionTable: Hashable, Sendable {
  /// What happens to the lesser of two voices.
  public enum Remedy: Hashable, Sendable {
    /// Its note is left out.
    case drop
    /// Its note is left out, and one that still sounds when the prior voice strikes ends there.
    case choke
    /// Its note waits for the next step that is weaker and free of voices it has a rule with, before
    /// its own next note; where there is none, it is left out.
    case shift
  }

  /// Two voices that disturb each other.
  public struct Rule: Hashable, Sendable {
    /// The voice that stays.
    public let prior: Voice
    /// The voice that gives way.
    public let lesser: Voice
    /// How it gives way.
    public let remedy: Remedy

    /// A rule.
    ///
    /// - Precondition: The voices are two.
    public init(_ prior: Voice, over lesser: Voice, _ remedy: Remedy) {
      precondition(prior != lesser, "a rule is between two voices")
      self.prior = prior
      self.lesser = lesser
      self.remedy = remedy
    }
  }

  /// The rules, in the order in which they are applied.
  public let rules: [Rule]

  /// A table.
  public init(_ rules: [Rule]) {
    self.rules = rules
  }

  /// The pairs that producers keep apart: a bass waits for the kick, a clap yields to the snare, a
  /// closed hat chokes an open one.
  ///
  /// Our choice, after common practice.
  public static let usual = CollisionTable([
    Rule("kick", over: "bass", .shift), Rule("kick", over: "dombyra-bass", .shift),
    Rule("snare", over: "clap", .drop), Rule("pedal-hat", over: "hat", .drop),
    Rule("hat", over: "open-hat", .choke), Rule("pedal-hat", over: "open-hat", .choke),
  ])

  /// The rhythm without collisions.
  ///
  /// - Throws: ``ComposerError`` where time is too fine.
  /// - Complexity: O(n s) for n notes and s steps in a bar.
  public func applied(to rhythm: Rhythm) throws(ComposerError) -> Rhythm {
    guard rules.contains(where: { rhythm[$0.prior] != nil && rhythm[$0.lesser] != nil }) else {
      return rhythm
    }
    let weights = try Fit.Fitted(rhythm).weights
    var notes = Dictionary(uniqueKeysWithValues: rhythm.parts.map { ($0.voice, $0.notes) })
    for rule in rules {
      guard let prior = notes[rule.prior], let lesser = notes[rule.lesser] else { continue }
      let places = Set(prior.map(\.onset))
      switch rule.remedy {
      case .drop: notes[rule.lesser] = lesser.filter { !places.contains($0.onset) }
      case .choke:
        notes[rule.lesser] = try exactly { () throws(MusicError) in
          try lesser.filter { !places.contains($0.onset) }
            .cut(at: prior.map(\.onset), around: rhythm.beats)
        }
      case .shift:
        let partners = rules.compactMap { other -> Voice? in
          if other.lesser == rule.lesser { return other.prior }
          return other.prior == rule.lesser ? other.lesser : nil
        }
        let taken = Set(partners.flatMap { notes[$0] ?? [] }.map(\.onset))
        notes[rule.lesser] = waiting(lesser, for: places, taken, steps: weights)
      }
    }
    return try exactly { () throws(MusicError) in
      try Rhythm(
        origin: rhythm.origin, bars: rhythm.bars, grid: rhythm.grid, tempo: rhythm.tempo,
        feel: rhythm.feel, parts: rhythm.parts.map { $0.playing(notes[$0.voice] ?? []) })
    }
  }

  /// Notes of a guest that give way to a host, which stays as it is.
  ///
  /// A guest's note at the place of one of the host's with which its voice has a rule waits where it
  /// is the lesser and the remedy is ``Remedy/shift``, and is left out otherwise.
  ///
  /// - Parameters:
  ///   - guests: The notes that may have to give way.
  ///   - host: What stays.
  ///   - weights: How strong each step is on which a note may wait.
  /// - Returns: The notes that are left, those that waited at their new places.
  func notes(
    of guests: [VoicedNote], givingWayTo host: Rhythm, steps weights: [Fraction: Double]
  ) -> [VoicedNote] {
    let byVoice = Dictionary(grouping: guests, by: \.voice).mapValues {
      $0.map(\.note).sorted { $0.onset < $1.onset }
    }
    return byVoice.keys.sorted().flatMap { voice -> [VoicedNote] in
      var notes = byVoice[voice] ?? []
      var taken = Set((host[voice]?.notes ?? []).map(\.onset))
      for rule in rules where rule.prior == voice || rule.lesser == voice {
        let partner = rule.prior == voice ? rule.lesser : rule.prior
        let hosts = Set((host[partner]?.notes ?? []).map(\.onset))
        taken.formUnion(hosts)
        taken.formUnion((byVoice[partner] ?? []).map(\.onset))
        guard rule.remedy == .shift, rule.lesser == voice else {
          notes.removeAll { hosts.contains($0.onset) }
          continue
        }
        notes = waiting(notes, for: hosts, taken, steps: weights)
      }
      return notes.map { VoicedNote(voice: voice, note: $0) }
    }
  }

  /// Notes that collide moved to later steps, or left out.
  private func waiting(
    _ notes: [Note], for prior: Set<Fraction>, _ taken: Set<Fraction>,
    steps weights: [Fraction: Double]
  ) -> [Note] {
    let steps = weights.keys.sorted()
    let indices = Dictionary(uniqueKeysWithValues: steps.enumerated().map { ($1, $0) })
    return notes.indices.compactMap { index in
      let note = notes[index]
      guard prior.contains(note.onset) else { return note }
      let next = index + 1 < notes.count ? notes[index + 1].onset : nil
      guard let from = indices[note.onset] else { return nil }
      let weight = weights[note.onset] ?? 0
      let free = steps[(from + 1)...].first { step in
        if let next, step >= next { return true }
        return !taken.contains(step) && (weights[step] ?? 0) < weight
      }
      guard let free, next.map({ free < $0 }) ?? true else { return nil }
      return note.moved(to: free)
    }
  }
}
