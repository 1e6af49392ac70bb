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

  /// What is sent to the drum channel before anything plays: the set of drums.
  private(set) var opening: [Performance.TimedMessage] = []

  /// Gives each voice the channel that its instrument asks for, the drum channel, or the next one
  /// that nobody asks for.
  init(_ voices: [Voice], _ kit: Kit) throws(MIDIError) {
    var instruments: [Instrument] = []
    for voice in voices {
      guard let instrument = kit[voice] else { throw .noInstrument(voice) }
      instruments.append(instrument)
    }
    let taken = Set(instruments.compactMap(\.channel))
    var free = Channel.melodic.filter { !taken.contains($0) }[...]
    var waiting = 0
    for instrument in instruments {
      if let channel = instrument.channel {
        players.append(Player(instrument, on: channel))
      } else if case .drum = instrument.sound {
        players.append(Player(instrument, on: .drums))
      } else if let channel = free.popFirst() {
        players.append(Player(instrument, on: channel))
      } else {
        waiting += 1
      }
    }
    if let set = kit.drumSet, players.contains(where: { $0.channel == .drums }) {
      opening = Player(set, on: set.channel ?? .drums).opening
    }
    guard waiting == 0 else { throw .tooManyPrograms(Channel.melodic.count + waiting) }
  }
}
