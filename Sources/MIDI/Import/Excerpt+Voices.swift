import Music

extension Excerpt {
  /// Whose a strike is: a drum of any track, or a channel of one track.
  private enum Player: Hashable {
    case drum(UInt8)
    case channel(UInt8, track: Int)

    /// Drums by their keys, then the channels track by track.
    var order: (Int, Int, Int) {
      switch self {
      case .drum(let key): (0, Int(key), 0)
      case .channel(let channel, let track): (1, track, Int(channel))
      }
    }
  }

  /// What each voice plays; of strikes of one key at one time the loudest.
  static func voices(
    of readers: [StrikeReader], _ cut: Cut, _ clock: Clock
  ) throws(MusicError) -> [Line] {
    var strikes: [Player: [Strike]] = [:]
    for strike in readers.flatMap(\.strikes) {
      let isDrum = cut.allAreDrums || strike.channel == Channel.drums.byte
      let player: Player =
        isDrum ? .drum(strike.key) : .channel(strike.channel, track: strike.track)
      strikes[player, default: []].append(strike)
    }
    let players = strikes.keys.sorted { $0.order < $1.order }
    let names = names(of: players, readers, cut)
    var (lines, count): ([Line], Int) = ([], 0)
    for (player, name) in zip(players, names) {
      let isDrum = if case .drum = player { true } else { false }
      let notes = try soundings(of: strikes[player] ?? [], from: count, clock)
      count += notes.count
      lines.append(Line(name: name, isDrum: isDrum, notes: notes))
    }
    return lines
  }

  private static func soundings(
    of strikes: [Strike], from number: Int, _ clock: Clock
  ) throws(MusicError) -> [Sounding] {
    let sorted = strikes.sorted {
      ($0.on, $1.key, $1.velocity, $1.off) < ($1.on, $0.key, $0.velocity, $0.off)
    }
    var notes: [Sounding] = []
    for (index, strike) in sorted.enumerated() {
      if index > 0, sorted[index - 1].on == strike.on, sorted[index - 1].key == strike.key {
        continue
      }
      let (onset, end) = (try clock.beats(strike.on), try clock.beats(strike.off))
      notes.append(
        Sounding(
          number: number + notes.count, onset: onset, length: try end - onset,
          place: try clock.units(onset), key: Key(data: strike.key),
          velocity: Velocity(clamping: Int(strike.velocity))))
    }
    return notes
  }

  // MARK: Names

  /// The voice of each drum; a name of its own for each channel of a track.
  private static func names(
    of players: [Player], _ readers: [StrikeReader], _ cut: Cut
  ) -> [String] {
    var taken: Set<String> = []
    var tracks: [Int: Int] = [:]
    for case .channel(_, let track) in players { tracks[track, default: 0] += 1 }
    return players.map { player in
      switch player {
      case .drum(let key): return Kit.drum(of: Key(data: key)).name
      case .channel(let channel, let number):
        let track = cut.tracks.first { $0.number == number }?.track
        let own = tracks[number] == 1 ? track?.name?.decoded : nil
        let name = VoiceName.melodic(own, program(of: channel, number, readers, cut))
        return VoiceName.unique(name, &taken)
      }
    }
  }

  /// The program that a channel has in a track, or else in any.
  private static func program(
    of channel: UInt8, _ number: Int, _ readers: [StrikeReader], _ cut: Cut
  ) -> Program? {
    let own = zip(cut.tracks, readers).first { $0.0.number == number }?.1.programs[Int(channel)]
    let program = own ?? readers.lazy.compactMap { $0.programs[Int(channel)] }.first
    return program.map { Program(data: $0) }
  }
}
