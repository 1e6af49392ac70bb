import Music

/// Who plays each track: its channel, its program and its usual key.
struct Cast {
  /// One who plays a track.
  struct Player {
    let channel: Channel
    let key: Key
    /// The program, unless it is a key of a drum channel.
    let program: Program?
    private let instrument: Instrument

    init(_ instrument: Instrument, on channel: Channel) {
      self.instrument = instrument
      self.channel = channel
      switch instrument.sound {
      case .drum(let key): (self.key, program) = (key, nil)
      case .program(let program, let key): (self.key, self.program) = (key, program)
      }
    }

    /// What is sent before the first note: the bank, then the program in it, then how it is set.
    ///
    /// Source: *MIDI 1.0 Detailed Specification*, bank select: the bank counts from the next program
    /// change on.
    var opening: [Performance.TimedMessage] {
      var messages: [Message] = []
      if let bank = instrument.bank {
        messages.append(.control(.bankHigh, Level(clamping: bank.number >> 7), channel))
        messages.append(.control(.bankLow, Level(clamping: bank.number & 0x7F), channel))
      }
      if let program { messages.append(.program(program, channel)) }
      if let volume = instrument.volume { messages.append(.control(.volume, volume, channel)) }
      if let pan = instrument.pan { messages.append(.control(.pan, pan, channel)) }
      return messages.map { Performance.TimedMessage(tick: 0, message: $0) }
    }
  }

  private(set) var players: [Player] = []

  /// What is sent to a channel for drums before anything plays: the set of drums.
  private(set) var openings: [Channel: [Performance.TimedMessage]] = [:]

  /// Gives each track the channel that it or its instrument asks for, the drum channel, or the next
  /// one that nobody asks for; voices that one player gives a program share one.
  init(_ tracks: [Timeline.Track], _ kit: Kit) throws(MIDIError) {
    var instruments: [Instrument] = []
    for track in tracks {
      let kit = track.player?.kit ?? kit
      guard let instrument = kit[track.voice] else { throw .noInstrument(track.voice) }
      instruments.append(instrument.played(by: track.player))
    }
    let taken = Set(instruments.compactMap(\.channel))
    var free = Channel.melodic.filter { !taken.contains($0) }[...]
    var shared: [String: Channel] = [:]
    var waiting = 0
    for (track, instrument) in zip(tracks, instruments) {
      let sharer = track.player?.program == nil ? nil : track.player?.name
      if let channel = instrument.channel {
        players.append(Player(instrument, on: channel))
      } else if case .drum = instrument.sound {
        players.append(Player(instrument, on: .drums))
      } else if let sharer, let channel = shared[sharer] {
        players.append(Player(instrument, on: channel))
      } else if let channel = free.popFirst() {
        if let sharer { shared[sharer] = channel }
        players.append(Player(instrument, on: channel))
      } else {
        waiting += 1
      }
    }
    guard waiting == 0 else { throw .tooManyPrograms(Channel.melodic.count + waiting) }
    for (track, player) in zip(tracks, players) where player.program == nil {
      guard let set = (track.player?.kit ?? kit).drumSet else { continue }
      let channel = set.channel ?? player.channel
      if openings[channel] == nil { openings[channel] = Player(set, on: channel).opening }
    }
  }
}

extension Instrument {
  /// The instrument with what a player says of it; a program is for what is no drum.
  fileprivate func played(by player: Music.Player?) -> Instrument {
    guard let player else { return self }
    var instrument = self
    instrument.channel = player.channel ?? channel
    if case .program(let program, let key) = sound {
      instrument.sound = .program(player.program ?? program, key)
      instrument.bank = player.bank ?? bank
    }
    return instrument
  }
}
