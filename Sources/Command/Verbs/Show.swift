import ArgumentParser
import Composer
import Drawing
import Music
import Notation

/// The verb `show`.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows a rhythm as a grid, with its source; two, to compare them; or a score.",
    discussion: """
      One row a voice; X x g are accent, stroke and ghost note; D d U u are down- and up-strokes \
      of the dombyra, capitals accented. A letter behind a voice says that it is documented less \
      well, or better, than the whole. A mini-notation is shown for as many bars as it needs to \
      repeat, at most 16. Two rhythms stand on a common grid: what falls together stands together. \
      Of a score it shows the sections from left to right, and how much each track plays in a bar.

      --blend draws the way from one rhythm to the other: = stays all the way, + comes, > and < \
      move to here later and earlier, ~ is taken over from another voice, _ has gone.

      EXAMPLE:
        jorga show adai-bas
        jorga show korogly-slow nawakht --necklace
        jorga show balbyrauyn-core --svg balbyrauyn.svg
        jorga show --blend alatau-5 house-classic --fit regroup
        jorga show "bd(3,8), hh*8" --events --cycles 2
        jorga show night.jorga
      """)

  @Argument(
    help: """
      One or two names of the library, pattern files, or quoted mini-notations; or a score, a file \
      that ends in .jorga, '-' for one on standard input.
      """)
  var names: [String]

  @OptionGroup var options: LibraryOptions
  @OptionGroup var reading: ReadingOptions

  @Option(
    name: .customLong("voice"), parsing: .singleValue,
    help: "Only this voice; may be said several times.")
  var voices: [String] = []

  @Flag(help: "Draw the way from the first rhythm to the second, in some steps.")
  var blend = false

  @OptionGroup var way: TransitionOptions

  @Option(help: "In how many steps the way is drawn, from 1 to 32; 5 where nothing is said.")
  var steps: Int?

  @Flag(help: "Draw the cycle as a circle, too: a ring for each voice.")
  var necklace = false

  @Option(help: "Draw a picture into an SVG file instead; '-' is standard output.")
  var svg: String?

  @Flag(help: "Replace a file even where jorga did not draw it.")
  var force = false

  @Flag(
    help: """
      List each onset with its exact beginning and end, in cycles; of a score each note with its \
      bar and beat.
      """)
  var events = false

  @Option(help: "How many cycles of events to list; 1 where nothing is said.")
  var cycles: Int?

  @Flag(help: "Measure the rhythm and each voice: density, syncopation, evenness and more.")
  var measures = false

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Draw with nothing but ASCII.")
  var ascii = false

  /// The score that is shown, where it is one.
  private var score: String? { names.first(where: ScoreFile.isScore) }

  func validate() throws {
    guard score == nil || names.count == 1 else { throw ValidationError("show one score alone") }
    guard score == nil || !(measures || necklace) && svg == nil && voices.isEmpty && cycles == nil
    else {
      throw ValidationError("of a score there are the picture, --events and --json")
    }
    guard score == nil || reading.askedMetre == nil else {
      throw ValidationError("a score says its metre itself: leave --metre out")
    }
    guard !measures || !events else {
      throw ValidationError("--measures and --events are two lists: ask for one of them")
    }
    guard !measures || (names.count == 1 && voices.isEmpty && svg == nil && !necklace) else {
      throw ValidationError("--measures lists all of one rhythm and draws nothing")
    }
    guard blend || (!way.isAsked && steps == nil) else {
      throw ValidationError(
        "--operator, --order, --fit, --align, --map and --steps go with --blend")
    }
    guard !blend || names.count == 2 else { throw ValidationError("--blend goes with two rhythms") }
    guard !blend || !(measures || events || json || necklace) else {
      throw ValidationError(
        "--blend draws rows: leave --measures, --events, --json and --necklace out")
    }
    guard (1...32).contains(steps ?? 1) else { throw ValidationError("--steps is from 1 to 32") }
    guard names.count <= 2 else { throw ValidationError("show one rhythm, or two to compare them") }
    guard cycles == nil || events else { throw ValidationError("--cycles goes with --events") }
    guard (1...Bounds.pieceBars).contains(cycles ?? 1) else {
      throw ValidationError("--cycles is from 1 to \(Bounds.pieceBars)")
    }
    guard !events || (names.count == 1 && voices.isEmpty) else {
      throw ValidationError("--events lists all of one rhythm")
    }
    guard !(json || events) || (svg == nil && !necklace) else {
      throw ValidationError("--necklace and --svg draw: leave --json and --events out")
    }
    guard svg != "" else { throw ValidationError("--svg needs the name of a file") }
    guard !force || svg != nil else { throw ValidationError("--force goes with --svg") }
  }

  func run() throws {
    let library = try options.library()
    if let score { return try show(score: score, in: library) }
    let materials = try names.map { try Material($0, in: library) }
    if events {
      let listing = try EventListing(
        of: materials[0], cycles: cycles ?? 1, chance: reading.chance)
      return try StandardOutput.write(json ? JSON.text(of: listing) : listing.text)
    }
    let rhythms = try materials.map { try $0.rhythm(in: reading.metre, chance: reading.chance) }
      .choosing(voices: voices)
    if blend { return try drawBlend(zip(materials, rhythms).map { $0.subject($1) }) }
    if measures {
      let listing = try MeasureListing(of: rhythms[0])
      return try StandardOutput.write(
        json ? JSON.text(of: listing) : listing.text(columns: StandardOutput.columns))
    }
    if json {
      let listings = rhythms.map(RhythmListing.init)
      return try StandardOutput.write(
        listings.count == 1 ? JSON.text(of: listings[0]) : JSON.text(of: listings))
    }
    let subjects = zip(materials, rhythms).map { $0.subject($1) }
    if let svg { return try Poster(subjects).write(to: svg, force: force) }
    let page = Page(subjects, ascii: ascii, hasNecklace: necklace)
    try StandardOutput.write(page.text(naming: names.joined(separator: ", ")))
  }

  /// Draws the way from one rhythm to another, evenly in some steps.
  private func drawBlend(_ subjects: [Picture.Subject]) throws {
    let (a, b) = (subjects[0].rhythm, subjects[1].rhythm)
    do {
      let blend = try way.blend(from: a, to: b, seed: reading.seed)
      let amounts = Amount.sweep(from: Amount(0), to: Amount(1), bars: (steps ?? 5) + 1)
      let transition = try Transition(blend, at: amounts, between: subjects[0], and: subjects[1])
      if let svg {
        let poster = TransitionPoster(transition, caption: way.caption(a, b))
        return try poster.write(to: svg, force: force)
      }
      let page = TransitionPage(transition, style: Page.Style(ascii: ascii))
      try StandardOutput.write(
        page.text(naming: names.joined(separator: ", "))
          + blend.choices([way.fit(for: a, b)], [a, b], ascii: ascii))
    } catch let error as ComposerError {
      throw Failure(error, blending: a, b)
    }
  }
}
