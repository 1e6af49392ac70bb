import Music

/// The tracks, channels and bars of a file that were chosen.
struct Cut {
  /// A track and its number, from 0.
  typealias Numbered = (number: Int, track: Track)

  let tracks: [Numbered]
  let bars: BarLines
  let time: CutTime
  let allAreDrums: Bool
  /// A bit for each channel.
  private let channels: UInt16
  /// The ticks in which notes may begin.
  private let range: Range<Int>
  /// Where the last track ends.
  private let end: Int

  init(of file: MIDIFile, _ choices: ImportChoices) throws(ImportError) {
    let all = file.tracks.enumerated().map { (number: $0.offset, track: $0.element) }
    tracks = try Self.chosen(all, file.format, choices)
    channels =
      choices.channels.isEmpty ? .max : choices.channels.reduce(0) { $0 | 1 << UInt16($1.byte) }
    allAreDrums = choices.allAreDrums
    let timing = file.format == .independent ? tracks.map(\.track) : all.map(\.track)
    let map = TempoMap(of: timing, division: file.division)
    let time = try counted { () throws(MusicError) in try CutTime(map, choices.tempo) }
    let ticks = time.ticksPerBeat
    let bars = try counted { () throws(MusicError) in
      if let metre = choices.metre { return try BarLines(of: metre, ticksPerBeat: ticks) }
      return try BarLines(of: timing, map, ticksPerBeat: ticks)
    }
    let end = timing.map(\.end).max() ?? 0
    (self.time, self.bars, self.end) = (time, bars, end)
    guard let wanted = choices.bars else {
      range = 0..<Int.max
      return
    }
    let count = try counted { () throws(MusicError) in try bars.count(before: Fraction(end)) }
    guard wanted.lowerBound > 0, wanted.upperBound <= count else {
      throw .noSuchBars(wanted, count: count)
    }
    // Early enough for every note that belongs to the first bar line on a grid of quarters.
    range = try counted { () throws(MusicError) in
      let begin = try bars.begin(of: wanted.lowerBound - 1) - ticks / 2
      return max(0, begin.ceiling)..<(try bars.begin(of: wanted.upperBound)).ceiling
    }
  }

  private static func chosen(
    _ all: [Numbered], _ format: MIDIFile.Format, _ choices: ImportChoices
  ) throws(ImportError) -> [Numbered] {
    guard !choices.tracks.isEmpty else {
      guard format == .independent else { return all }
      let sounding = all.filter(\.track.hasNotes)
      guard sounding.count <= 1 else { throw .independentTracks(names(of: all)) }
      return sounding
    }
    var numbers: Set<Int> = []
    for word in choices.tracks {
      let named = all.filter { $0.track.name?.decoded.lowercased() == word.lowercased() }
      if let number = Int(word), number > 0, number <= all.count {
        numbers.insert(number - 1)
      } else if !named.isEmpty {
        numbers.formUnion(named.map(\.number))
      } else {
        throw .noSuchTrack(word, sounding: names(of: all))
      }
    }
    return all.filter { numbers.contains($0.number) }
  }

  /// The numbers and names of the tracks that have notes, for errors.
  static func names(of tracks: [Numbered]) -> [String] {
    tracks.filter(\.track.hasNotes).map { number, track in
      "\(number + 1)" + (track.name.map { " \($0.decoded)" } ?? "")
    }
  }

  /// What is struck in the chosen bars, and shortly before.
  ///
  /// - Returns: The strikes of each track that was chosen, and its programs.
  func strikes() throws(ImportError) -> [StrikeReader] {
    var (readers, count): ([StrikeReader], Int) = ([], 0)
    for (number, track) in tracks {
      guard
        let reader = StrikeReader(
          track, number: number, in: range, end: end, channels: channels,
          most: Bounds.rowSteps - count)
      else { throw .tooManyNotes }
      count += reader.strikes.count
      readers.append(reader)
    }
    return readers
  }
}

extension Track {
  /// What it calls itself.
  var name: Text? {
    metaEvents.lazy.compactMap { event in
      if case .meta(.text(.trackName, let name)) = event.event { name } else { nil }
    }.first
  }

  /// Whether a key goes down in it.
  var hasNotes: Bool {
    records.contains { $0.status & 0xF0 == 0x90 && $0.second > 0 }
  }
}
