import Music

extension MIDIFile {
  /// A file that holds a performance: one track of titles, tempo and metre, then one a voice; or
  /// all of them in one.
  ///
  ///     let bytes = MIDIFile(performance).bytes
  ///
  /// - Complexity: O(n log n) for n events.
  public init(_ performance: Performance, layout: Layout = Layout()) {
    let score = Score(performance, layout)
    self.init(score.conductor, score.parts, score, layout)
  }

  /// A file for each voice, all of the same length and with the same tempo and metre, so that
  /// they play together when each is put at the beginning.
  ///
  /// - Complexity: O(n log n) for n events and O(v c) for v voices and c changes of tempo.
  public static func stems(
    of performance: Performance, layout: Layout = Layout()
  ) -> [(name: String, file: MIDIFile)] {
    let score = Score(performance, layout)
    return zip(performance.tracks, score.parts).map { track, part in
      (track.name, MIDIFile(score.conductor, [part], score, layout))
    }
  }

  private init(
    _ conductor: [RankedEvent], _ parts: [[RankedEvent]], _ score: Score, _ layout: Layout
  ) {
    let tracks =
      switch layout.format {
      case .single: [RankedEvent.merged([conductor] + parts.map { $0.filter { !$0.isName } })]
      case .simultaneous, .independent: ([conductor] + parts).map { RankedEvent.merged([$0]) }
      }
    self.init(
      format: layout.format == .single ? .single : .simultaneous,
      division: .perBeat(score.ticksPerBeat),
      tracks: tracks.map { events in
        Track(events.lazy.map { TimedEvent($0.event, at: $0.tick) }, end: score.end)
      })
    usesRunningStatus = layout.usesRunningStatus
  }
}

/// An event, and where it stands among others of its tick.
private struct RankedEvent {
  let event: TrackEvent
  let tick: Int
  let rank: Int

  /// Whether it is the name of a track, which a file of one track has no place for.
  var isName: Bool {
    switch event {
    case .meta(.text(.trackName, _)), .meta(.text(.instrumentName, _)): true
    default: false
    }
  }

  /// Some tracks as one: by tick, then by rank, then in their order.
  static func merged(_ tracks: [[RankedEvent]]) -> [RankedEvent] {
    let events = tracks.count == 1 ? tracks[0] : Array(tracks.joined())
    let isInOrder = zip(events, events.dropFirst()).allSatisfy {
      ($0.tick, $0.rank) <= ($1.tick, $1.rank)
    }
    guard !isInOrder else { return events }
    return events.enumerated().sorted {
      ($0.element.tick, $0.element.rank, $0.offset) < ($1.element.tick, $1.element.rank, $1.offset)
    }.map(\.element)
  }
}

/// The events of a performance, ready to be put into tracks.
///
/// At one tick: names, tempo, metre, key, markers, then keys go up, then a reset, then programs and
/// what is turned, then syllables, then keys go down.
private struct Score {
  let conductor: [RankedEvent]
  let parts: [[RankedEvent]]
  let ticksPerBeat: Int
  let end: Int

  init(_ performance: Performance, _ layout: Layout) {
    let wait = layout.wait(before: performance)
    ticksPerBeat = performance.ticksPerBeat
    end = performance.end + wait
    conductor = Self.conductor(of: performance, after: wait, reset: layout.reset)
    parts = performance.tracks.map { track in
      var events = [Self.text(.trackName, track.name, at: 0, rank: 0)]
      if let instrument = track.instrument {
        events.append(Self.text(.instrumentName, instrument, at: 0, rank: 1))
      }
      events += track.lyrics.map { Self.text(.lyric, $0.content, at: $0.tick + wait, rank: 17) }
      events += track.messages.map {
        RankedEvent(
          event: .message($0.message), tick: $0.tick + wait, rank: 10 + 2 * $0.message.rank)
      }
      return events
    }
  }

  private static func conductor(
    of performance: Performance, after wait: Int, reset: Layout.Reset?
  ) -> [RankedEvent] {
    var events = [text(.trackName, performance.title, at: 0, rank: 0)]
    events += performance.remarks.map { text(.text, $0, at: 0, rank: 1) }
    if let reset {
      events.append(RankedEvent(event: .systemExclusive(reset.content), tick: 0, rank: 9))
    }
    func moved(_ tick: Int) -> Int { tick == 0 ? 0 : tick + wait }
    events += performance.tempi.map {
      RankedEvent(event: .meta(.tempo($0.content)), tick: moved($0.tick), rank: 2)
    }
    for metre in performance.metres {
      let signature = MetaEvent.timeSignature(TimeSignature(metre.content))
      events.append(RankedEvent(event: .meta(signature), tick: moved(metre.tick), rank: 3))
      guard !metre.content.hasUsualGroups else { continue }
      events.append(text(.text, metre.content.description, at: moved(metre.tick), rank: 4))
    }
    events += performance.keys.map {
      RankedEvent(event: .meta(.keySignature($0.content)), tick: moved($0.tick), rank: 5)
    }
    events += performance.markers.map { text(.marker, $0.content, at: $0.tick + wait, rank: 6) }
    events += performance.cues.map { text(.cuePoint, $0.content, at: $0.tick + wait, rank: 7) }
    return events
  }

  private static func text(
    _ kind: MetaEvent.TextKind, _ words: String, at tick: Int, rank: Int
  ) -> RankedEvent {
    RankedEvent(event: .meta(.text(kind, Text(words))), tick: tick, rank: rank)
  }
}

extension Metre {
  /// Whether a reader who is told only the number of pulses would count the same groups.
  fileprivate var hasUsualGroups: Bool { Metre(pulses: pulses, unit: unit) == self }
}
