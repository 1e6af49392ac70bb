import Music

/// Streams of several rhythms that stand for each other in a mix.
///
/// Each rhythm is matched to one of them, the pivot, as for a blend of two; see ``SoundMap``. A voice
/// that is split anywhere into accents and other strokes is split for all.
struct Ensemble {
  /// A stream of each rhythm, where it has one.
  struct Row {
    /// The name, which depends on the pivot and not on the order of the rhythms.
    let name: String
    /// The notes of each rhythm's stream.
    let notes: [[VoicedNote]]
  }

  /// All streams of all rhythms, each in one row; by name.
  let rows: [Row]

  /// The rows of some rhythms.
  ///
  /// - Precondition: The pivot is one of the rhythms, and all have the same bars.
  /// - Throws: ``ComposerError`` where time is too fine.
  init(_ rhythms: [Rhythm], pivot: Int) throws(ComposerError) {
    let voices = rhythms.map { $0.parts.map(\.voice) }
    let fitted = try rhythms.map { rhythm throws(ComposerError) in try Fit.Fitted(rhythm) }
    let maps = try rhythms.indices.map { index throws(ComposerError) in
      index == pivot ? nil : try SoundMap(from: fitted[pivot], to: fitted[index])
    }
    let split = Set(
      maps.flatMap { $0?.pairs ?? [] }.compactMap {
        $0.first?.accented == nil ? nil : $0.first?.voice
      })
    var streams: [String: [SoundMap.Stream?]] = [:]
    func add(_ stream: SoundMap.Stream, to row: SoundMap.Stream, of index: Int) {
      let isSplit = row.accented == nil && split.contains(row.voice)
      for accented in isSplit ? [true, false] : [row.accented] {
        let name = SoundMap.Stream(voice: row.voice, accented: accented).description
        let own = isSplit ? SoundMap.Stream(voice: stream.voice, accented: accented) : stream
        streams[name, default: Array(repeating: nil, count: rhythms.count)][index] = own
      }
    }
    for voice in voices[pivot] {
      let whole = SoundMap.Stream(voice: voice, accented: nil)
      add(whole, to: whole, of: pivot)
    }
    for (index, map) in maps.enumerated() {
      for pair in map?.pairs ?? [] {
        guard let own = pair.second else { continue }
        add(own, to: pair.first ?? own, of: index)
      }
    }
    rows = streams.keys.sorted().map { name in
      let own = streams[name] ?? []
      return Row(name: name, notes: zip(own, rhythms).map(Lane.notes))
    }
  }
}

extension [VoicedNote] {
  /// The notes in the order in which a voice takes them: of two at one place the louder one stays.
  var softestFirst: [VoicedNote] {
    sorted { left, right in
      left.note.velocity == right.note.velocity
        ? left < right : left.note.velocity < right.note.velocity
    }
  }
}
