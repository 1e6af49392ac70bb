import Music
import Notation

extension Vocabulary {
  /// Words that say who plays a track.
  static let players: [Word] = [
    Word(
      "channel", .player, [.one("number", "a whole number from 1 to 16")],
      "The MIDI channel of all voices of the track; 10 is the one for drums.",
      example: "a: s(\"bd*4\").channel(10)"
    ) { reading throws(ScoreError) in
      let number = try reading.whole("number", in: 1...16) ?? 1
      return try reading.played { $0.channel = Channel(clamping: number) }
    },
    Word(
      "program", .player,
      [.one("sound", "a number from 1 to 128, or a part of a name such as \"nylon guitar\"")],
      "The General MIDI sound of the voices that are no drums, by its number or its name.",
      example: "a: note(\"c3 e3\").program(\"nylon guitar\")"
    ) { reading throws(ScoreError) in
      guard let argument = reading.argument("sound") else { return .strain(try reading.theme()) }
      let meaning = try reading.meaning(of: argument)
      let program: Program
      switch meaning {
      case .number:
        program = Program(clamping: try reading.whole("sound", in: 1...128) ?? 1)
      case .text(let text):
        guard let found = Program(named: text) else {
          throw reading.checker.error(
            .noSuchProgram(text, nearest: Suggestion.nearest(to: text, among: Program.names)),
            at: argument.place)
        }
        program = found
      default: throw reading.wrongKind("sound", meaning, argument)
      }
      return try reading.played { $0.program = program }
    },
    Word(
      "bank", .player, [.one("number", "a whole number from 0 to 16383")],
      "The bank of the synthesizer in which the program is.",
      example: "a: note(\"c3 e3\").bank(8).program(1)"
    ) { reading throws(ScoreError) in
      let number = try reading.whole("number", in: 0...16_383) ?? 0
      return try reading.played { $0.bank = Bank(number) }
    },
    Word(
      "port", .player, [.one("name", "the name of a MIDI port, such as \"FluidSynth\"")],
      "The port to which the track is sent when it is played live.",
      example: "a: s(\"bd*4\").port(\"FluidSynth\")"
    ) { reading throws(ScoreError) in
      let name = try reading.text("name") ?? ""
      return try reading.played { $0.port = name }
    },
    Word(
      "kit", .player, [.one("name", "the name of a kit, such as \"tr808\"")],
      "The kit that plays the drums of the track.",
      example: "a: s(\"bd*4\").kit(\"tr808\")"
    ) { reading throws(ScoreError) in
      let name = try reading.text("name") ?? ""
      let kit: Kit
      do throws(LibraryError) { kit = try reading.checker.shelf.kit(named: name) } catch {
        throw reading.checker.error(
          .library(error), at: reading.argument("name")?.place ?? reading.call.place)
      }
      return try reading.played { $0.kit = kit }
    },
    Word(
      "volume", .player, [.one("part", "a number from 0 to 1, or a signal")],
      "How loud the track is; a signal is followed from beat to beat.",
      example: "a: s(\"bd*4\").volume(0.8)"
    ) { reading throws(ScoreError) in try reading.turned(.volume, "part") },
    Word(
      "pan", .player, [.one("part", "a number from 0 for left to 1 for right, or a signal")],
      "Where the track is heard; a signal is followed from beat to beat.",
      example: "a: s(\"hh*4\").pan(0.3)"
    ) { reading throws(ScoreError) in try reading.turned(.pan, "part") },
  ]
}

extension Reading {
  /// What stands before the dot, played by somebody else.
  fileprivate func played(_ change: (inout Player) -> Void) throws(ScoreError) -> Meaning {
    var strain = try theme()
    change(&strain.player)
    return .strain(strain)
  }

  /// What stands before the dot, with a controller that moves.
  fileprivate func turned(_ controller: Controller, _ name: String) throws(ScoreError) -> Meaning {
    var strain = try theme()
    strain.controls[controller] = try control(name, in: 0...1)
    return .strain(strain)
  }
}

extension Program {
  /// The first sound of General MIDI whose name has all words of a text, or else words that begin
  /// with them: `harp` is the harp, and `harps` the harpsichord.
  init?(named text: String) {
    let words = text.lowercased().split(separator: " ")
    guard !words.isEmpty,
      let index = Self.index(words, ==) ?? Self.index(words, { $0.hasPrefix($1) })
    else { return nil }
    self.init(index + 1)
  }

  private static func index(
    _ words: [Substring], _ fits: (Substring, Substring) -> Bool
  ) -> Int? {
    names.firstIndex { name in
      let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
      return words.allSatisfy { word in parts.contains { fits(Substring($0), word) } }
    }
  }
}
