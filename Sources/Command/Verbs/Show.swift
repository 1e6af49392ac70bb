import ArgumentParser
import Composer
import Music
import Notation

/// The verb `show`.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows a rhythm as a grid, with its source.",
    discussion: """
      One row a voice; X x g are accent, stroke and ghost note; D d U u are down- and up-strokes \
      of the dombyra, capitals accented. A mini-notation is shown for as many bars as it needs to \
      repeat, at most 16.

      EXAMPLE:
        jorga show adai-bas
        jorga show "bd(3,8), hh*8" --events --cycles 2
      """)

  @Argument(help: "A name of the library, a pattern file, or a quoted mini-notation.")
  var name: String

  @OptionGroup var options: LibraryOptions
  @OptionGroup var reading: ReadingOptions

  @Flag(help: "List each onset with its exact beginning and end, in cycles.")
  var events = false

  @Option(help: "How many cycles of events to list; 1 where nothing is said.")
  var cycles: Int?

  @Flag(help: "Measure the rhythm and each voice: density, syncopation, evenness and more.")
  var measures = false

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Draw with nothing but ASCII.")
  var ascii = false

  func validate() throws {
    guard !measures || !events else {
      throw ValidationError("--measures and --events are two lists: ask for one of them")
    }
    guard cycles == nil || events else { throw ValidationError("--cycles goes with --events") }
    guard (1...Bounds.pieceBars).contains(cycles ?? 1) else {
      throw ValidationError("--cycles is from 1 to \(Bounds.pieceBars)")
    }
  }

  func run() throws {
    let material = try Material(name, in: try options.library())
    if events {
      let listing = try EventListing(of: material, cycles: cycles ?? 1, chance: reading.chance)
      try StandardOutput.write(json ? JSON.text(of: listing) : listing.text)
      return
    }
    let rhythm = try material.rhythm(in: reading.metre, chance: reading.chance)
    if measures {
      let listing = try MeasureListing(of: rhythm)
      try StandardOutput.write(
        json ? JSON.text(of: listing) : listing.text(columns: StandardOutput.columns))
      return
    }
    if json {
      try StandardOutput.write(JSON.text(of: RhythmListing(rhythm)))
    } else {
      try StandardOutput.write(
        Picture(ascii: ascii).text(of: rhythm, withOrigin: material.isFromLibrary))
    }
  }
}

extension Material {
  /// Whether it says where it comes from.
  fileprivate var isFromLibrary: Bool {
    if case .rhythm = self { true } else { false }
  }
}
