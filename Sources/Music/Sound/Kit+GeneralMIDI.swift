extension Kit {
  /// The instruments of General MIDI.
  ///
  /// Source: *General MIDI System Level 1* (RP-003), percussion key map and sound set; keys 82 to
  /// 87 after *General MIDI 2* (RP-024). Which program stands in for which instrument is our
  /// choice; the dombyra's keys are its strings, d3 and g3. A voice of any other name is played as
  /// a melody.
  public static let generalMIDI: Kit = {
    var instruments: [Voice: Instrument] = [:]
    for (voice, number) in ownDrums.merging(otherDrums, uniquingKeysWith: { $1 }) {
      instruments[voice] = .drum(Key(clamping: number))
    }
    for (voice, entry) in melodic {
      guard let program = Program(entry.program), let key = Key(name: entry.key) else { continue }
      instruments[voice] = .program(program, key)
    }
    return Kit(name: "General MIDI", instruments, others: instruments["melody"])
  }()

  /// The drums that General MIDI itself has, and the shaker and surdos of General MIDI 2.
  private static let ownDrums: [Voice: Int] = [
    "low-kick": 35, "kick": 36, "rim": 37, "snare": 38, "clap": 39, "electric-snare": 40,
    "low-floor-tom": 41, "hat": 42, "high-floor-tom": 43, "pedal-hat": 44, "low-tom": 45,
    "open-hat": 46, "mid-tom": 47, "high-mid-tom": 48, "crash": 49, "high-tom": 50, "ride": 51,
    "china": 52, "ride-bell": 53, "tambourine": 54, "splash": 55, "cowbell": 56, "crash-2": 57,
    "vibraslap": 58, "ride-2": 59, "high-bongo": 60, "low-bongo": 61, "mute-conga": 62,
    "open-conga": 63, "low-conga": 64, "high-timbale": 65, "low-timbale": 66, "high-agogo": 67,
    "low-agogo": 68, "cabasa": 69, "maracas": 70, "short-whistle": 71, "long-whistle": 72,
    "short-guiro": 73, "long-guiro": 74, "claves": 75, "high-block": 76, "low-block": 77,
    "mute-cuica": 78, "open-cuica": 79, "mute-triangle": 80, "open-triangle": 81, "shaker": 82,
    "mute-surdo": 86, "open-surdo": 87,
  ]

  /// Drums that General MIDI has not, on the keys of those that stand in for them.
  private static let otherDrums: [Voice: Int] = [
    "dum": 64, "tek": 62, "ka": 60, "slap": 60, "conga-heel": 62,
    "conga-tip": 62, "tamborim": 65, "third-surdo": 66, "caixa": 38, "ganza": 82, "qraqeb": 39,
    "tabla-ge": 64, "tabla-na": 60, "tabla-tin": 61, "tabla-ka": 62, "shime": 60, "o-daiko": 41,
    "kethuk": 77, "kajar": 76, "effect": 37, "tuyaqtas-low": 77, "tuyaqtas-high": 76,
    "dauylpaz": 43, "shyngdauyl": 41, "dangyra-low": 61, "dangyra-high": 54, "asatayaq-butt": 77,
    "asatayaq-rings": 54, "kepshik-low": 61, "kepshik-high": 60, "doira-low": 64,
    "doira-high": 62, "dap-low": 64, "dap-high": 62,
  ]

  /// The drums of General MIDI by their keys.
  private static let drumsByKey: [Key: Voice] = Dictionary(
    uniqueKeysWithValues: ownDrums.map { (Key(clamping: $0.value), $0.key) })

  /// The drum that a key of the drum channel is: by the name that General MIDI has for it, or else
  /// by its number, as in `drum-27`.
  public static func drum(of key: Key) -> Voice {
    drumsByKey[key] ?? Voice("drum-\(key.number)")
  }

  private static let melodic: [Voice: (program: Int, key: String)] = [
    "dombyra": (25, "g3"), "dombyra-treble": (25, "g3"), "dombyra-bass": (25, "d3"),
    "bass": (39, "d2"), "chord": (5, "d4"), "arp": (82, "d4"), "melody": (1, "c4"),
    "piano": (1, "c4"), "mallets": (13, "c4"), "guitar": (26, "c4"), "strings": (49, "c4"),
    "choir": (53, "c4"), "brass": (62, "c4"), "reed": (66, "c4"), "pipe": (74, "c5"),
    "lead": (82, "c4"), "pad": (90, "c4"), "plucked": (108, "c4"), "percussive": (115, "c4"),
    "voice": (54, "c4"), "voice-1": (53, "c4"), "voice-2": (53, "e4"), "voice-3": (53, "g4"),
    "vocal": (55, "c4"), "organ": (17, "d4"), "kenong": (15, "c5"), "kempul": (15, "c4"),
    "gong": (15, "c2"), "drone": (90, "d2"), "tanpura": (105, "d3"),
    "polos": (13, "c5"), "sangsih": (13, "d5"), "komuz": (107, "a3"), "dutar": (107, "g3"),
    "qylqobyz": (111, "g3"), "shanqobyz": (39, "d2"), "sybyzgy": (78, "c5"),
    "morin-khuur": (111, "f3"), "igil": (111, "c3"), "doshpuluur": (107, "g3"),
  ]
}
