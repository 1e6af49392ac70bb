import ArgumentParser
import Music
import Notation

/// How a mini-notation becomes music.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("metre"),
    help: """
      The bar in which a cycle of a mini-notation sounds, such as 4/4 or "7/8 (2+2+3)"; 4/4 where \
      nothing is said.
      """,
    transform: Self.metre)
  var askedMetre: Metre?

  @Option(
    name: .customLong("seed"),
    help: "Decides what is left to chance; another number is another variant.")
  var askedSeed: UInt64?

  var metre: Metre { askedMetre ?? .common }

  var seed: UInt64 { askedSeed ?? 0 }

  var chance: Chance { Chance(seed: seed) }

  /// Reads a metre of the command line.
  static func metre(_ text: String) throws -> Metre {
    do { return try Metre(parsing: text, name: "--metre") } catch {
      throw ValidationError("\(error.fault.message); \(error.fault.advice)")
    }
  }
}
