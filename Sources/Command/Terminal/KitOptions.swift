import ArgumentParser
import Music
import Notation

/// What plays the voices.
struct KitOptions: ParsableArguments {
  @Option(
    help: """
      What plays the voices: gm, a name from Patterns/kits such as tr808, or a file of your own \
      that ends in .kit.
      """)
  var kit: String?

  /// The kit that is asked for, or General MIDI.
  func kit(in library: Library) throws -> Kit {
    do { return try kit.map { try library.kit(named: $0) } ?? .generalMIDI } catch {
      throw (error as? LibraryError).map { Failure($0) } ?? error
    }
  }
}
