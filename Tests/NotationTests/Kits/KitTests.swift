import Music
import Notation
import TestSupport
import Testing

@Suite struct KitTests {
  private func kit(_ text: String) throws -> Kit {
    try Kit(parsing: text, name: "my.kit", over: .generalMIDI)
  }

  @Test func `a kit says what plays a voice, and leaves the rest`() throws {
    let kit = try kit(
      """
      # mine
      name     My pads, at home
      kick     40
      snare    d2 channel 11
      tek      as snare
      dombyra  program 106 key g3 channel 2 bank 300 volume 90 pan 20
      drums    program 26
      others   program 5
      """)
    #expect(kit.name == "My pads, at home")
    #expect(kit["kick"]?.sound == .drum(Key(clamping: 40)))
    #expect(kit["snare"]?.sound == .drum(Key(clamping: 38)))
    #expect(kit["snare"]?.channel == Channel(11))
    #expect(kit["tek"] == kit["snare"])
    #expect(kit["dombyra"]?.sound == .program(Program(clamping: 106), Key(clamping: 55)))
    #expect(kit["dombyra"]?.bank == Bank(300))
    #expect(kit["dombyra"]?.volume == Level(90))
    #expect(kit["dombyra"]?.pan == Level(20))
    #expect(kit.drumSet?.sound == .program(Program(clamping: 26), Key(clamping: 60)))
    #expect(kit["hat"] == Kit.generalMIDI["hat"])
    #expect(kit["anything"]?.sound == .program(Program(clamping: 5), Key(clamping: 60)))
  }

  @Test(arguments: [
    ("kick", NotationError.Fault.emptyValue("kick"), 1, 1),
    ("kick 36\nkick 37", .keyTwice("kick"), 2, 1),
    ("kick 36 chanel 3", .unknownSetting("chanel", nearest: "channel", among: Self.settings), 1, 9),
    ("kick 36 channel", .nothingAfter("channel"), 1, 9),
    ("kick 36 channel 17", .outOfRange("17", low: 1, high: 16), 1, 17),
    ("kick program 0", .outOfRange("0", low: 1, high: 128), 1, 14),
    ("kick volume 128", .outOfRange("128", low: 0, high: 127), 1, 13),
    ("kick bank x", .outOfRange("x", low: 0, high: 16_383), 1, 11),
    ("kick key h2", .badKey("h2"), 1, 10),
    ("kick as kik", .noInstrument("kik", nearest: "kick"), 1, 9),
    ("a.b 36", .badVoice("a.b"), 1, 1),
  ])
  func `a fault is told where it stands`(
    text: String, fault: NotationError.Fault, line: Int, column: Int
  ) throws {
    do {
      _ = try kit(text)
      Issue.record("nothing was wrong")
    } catch let error as NotationError {
      #expect(error.fault == fault)
      #expect(error.line.number == line)
      #expect(error.column == column)
    }
  }

  private static let settings = ["as", "program", "key", "channel", "bank", "volume", "pan"]

  /// Law: every kit that comes with the program plays every voice, drums on the drum channel.
  @Test(arguments: Repository.files(below: "Patterns/kits", ending: ".kit"))
  func `a kit of the library plays every voice`(path: String) throws {
    let kit = try Kit(parsing: Repository.text(of: path), name: path, over: .generalMIDI)
    #expect(!kit.name.isEmpty)
    for (name, kind) in Voice.known {
      let instrument = try #require(kit[Voice(name)])
      if kind.isDrum {
        guard case .drum = instrument.sound else {
          Issue.record("\(name) is no drum")
          return
        }
      }
    }
  }

  /// Law: pads play drums with nothing but the sounds that they have.
  @Test(arguments: [
    ("tr808", Set([36, 37, 38, 39, 42, 43, 46, 47, 49, 50, 56, 62, 63, 64, 70, 75])),
    ("tr909", Set([36, 37, 38, 39, 42, 43, 46, 47, 49, 50, 51])), ("mpc-pads", Set(36...51)),
  ])
  func `pads have no other keys`(name: String, keys: Set<Int>) throws {
    let path = "Patterns/kits/\(name).kit"
    let kit = try Kit(parsing: Repository.text(of: path), name: path, over: .generalMIDI)
    for (voice, kind) in Voice.known where kind.isDrum {
      guard case .drum(let key) = kit[Voice(voice)]?.sound else { continue }
      #expect(keys.contains(key.number), "\(voice)")
    }
  }
}
