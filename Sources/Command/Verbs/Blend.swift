import ArgumentParser
import Composer
import Drawing
import Music
import Notation

/// The verb `blend`.
struct Blend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Blends two or more rhythms into one between them.",
    discussion: """
      At 0 it is the first rhythm, at 1 the second; in between, notes that both have stay, and the \
      others change one at a time. The first is brought to the second's bars by --fit: stretch \
      each bar, tile until both end together, or regroup so that groups fall on groups; elastic \
      groups begin there at their own speed, and cut keeps the opening of each bar. --align turns a \
      rhythm of several bars so that like phrases begin together; at 0 it is then the turned one.

      --operator says how: jump and guided switch note by note, guided so that syncopation and \
      density change evenly; glide slides notes and fades the others; staged slides notes and \
      switches the others; skeleton goes by way of the strong notes of both; hocket lets two \
      players share the onsets; alternate changes whole bars of a phrase. Two do not end at the \
      second: interlock fills the gaps of the first with it, and groove gives the first its feel. \
      Three or more rhythms are mixed: race lets one of them win each place, as often as its share \
      of --weights is large, and barycentre glides notes to the middle of where all want them. With \
      --at or --sweep they are passed one after the other: of three, 0.5 is the second.

      --order says what changes first: the hats (voice), or about so, but each time what leaves \
      the most usual groove of the next five (idiom); weak places (weak), what goes to stronger \
      places (ground), or to weaker ones (tension).

      EXAMPLE:
        jorga blend balbyrauyn-core house-classic --at 0.4
        jorga blend adai-bas house-classic --sweep 0:1 --bars 16 -o steppe.mid
        jorga blend adai-bas house-classic samba-batucada --weights 2:1:1
        jorga blend adai-bas baladi --sweep 0:1 --curve smooth --lag 2 -o walk.mid
        jorga blend adai-bas house-classic --syncopation 0.4 --keep 60%
        jorga blend adai-bas house-classic --map dombyra.accents:clap --explain
        jorga blend bossa-nova house-classic --only accents --at 1
      """)

  @Argument(help: "The rhythm at 0: a name, a pattern file, or a quoted mini-notation.")
  var first: String

  @Argument(help: "The rhythm at 1.")
  var second: String

  @Argument(help: "Further rhythms; the last is at 1, and its bars are the bars of all.")
  var others: [String] = []

  @OptionGroup var options: LibraryOptions
  @OptionGroup var reading: ReadingOptions

  @OptionGroup var blending: BlendOptions

  @Flag(help: "Tell where each note comes from, and measure the blend between its ends.")
  var explain = false

  @Flag(help: "Print JSON, with --explain.")
  var json = false

  @Flag(help: "Draw with nothing but ASCII.")
  var ascii = false

  @OptionGroup var rendering: RenderingOptions

  func validate() throws {
    try rendering.checkBarsAreCounted()
    try blending.check(names: others.count + 2)
    guard
      !explain
        || (blending.amount.sweep == nil && rendering.output == nil && rendering.stems == nil)
    else {
      throw ValidationError("--explain tells of one amount and writes no file: say --at")
    }
    guard !json || explain else { throw ValidationError("--json goes with --explain") }
    guard blending.amount.sweep == nil || rendering.output == nil || rendering.writesMIDI else {
      throw ValidationError("a pattern holds one rhythm: say --at, not --sweep, with .pattern")
    }
  }

  func run() throws {
    let library = try options.library()
    let materials = try ([first, second] + others).map { try Material($0, in: library) }
    if rendering.writesMIDI {
      for material in materials { try material.checkSounds() }
    }
    var piece = try BlendedPiece(
      of: materials, blending, in: reading.metre, seed: reading.seed, bars: rendering.bars)
    try piece.naming { piece in
      if explain { return try tellOrigins(in: piece) }
      try deliver(
        &piece, zip(materials, piece.rhythms).map { $0.subject($1) },
        on: rendering.layout.instruments.kit(in: library))
      if rendering.output != "-" {
        try StandardOutput.write(
          piece.plan.blend.choices(piece.fits, piece.rhythms, ascii: ascii)
            + blending.shaping.report(of: piece.plan))
      }
    }
  }

  /// Tells where each note of the blend comes from.
  private func tellOrigins(in piece: BlendedPiece) throws {
    let blend = (piece.plan.blend as? Apart)?.blend ?? piece.plan.blend
    guard let morph = blend as? any Morphing else {
      throw ValidationError("only jump, guided, glide, staged and skeleton can be explained")
    }
    let explanation = try BlendExplanation(
      of: morph, at: blending.aspects.amounts(at: piece.amount))
    try StandardOutput.write(
      json ? JSON.text(of: explanation) : explanation.text(columns: StandardOutput.limit))
  }

  private func deliver(
    _ piece: inout BlendedPiece, _ subjects: [Picture.Subject], on kit: Kit
  ) throws {
    if rendering.writesMIDI {
      let timeline = try piece.timeline(tempo: rendering.tempo(or: piece.usualTempo))
      return try rendering.write(timeline, bars: rendering.bars, on: kit)
    }
    guard let path = rendering.output else {
      return try StandardOutput.write(picture(of: &piece, subjects))
    }
    let rhythm = try piece.plan.rhythm(at: piece.amount)
    try OutputFile(path: path).write(rhythm, force: rendering.force)
  }

  /// The rhythm at the amount, or the way that a sweep takes; bars in which the amount changes are
  /// drawn alone.
  private func picture(
    of piece: inout BlendedPiece, _ subjects: [Picture.Subject]
  ) throws -> String {
    let amounts = piece.amounts
    let (isSweep, isWhole) = (blending.amount.sweep != nil, blending.amount.curveAt == .bars)
    if isSweep, subjects.count == 2, piece.plan.isPlain, isWhole {
      let transition = try Transition(
        piece.plan.blend, at: amounts, between: subjects[0], and: subjects[1])
      return try TransitionPage(transition, style: Page.Style(ascii: ascii))
        .text(naming: "\(first), \(second)")
    }
    var texts: [String] = []
    for (index, amount) in (isSweep ? amounts : [amounts[0]]).enumerated() {
      let rhythm = isWhole ? try piece.plan.rhythm(at: amount) : try piece.bar(index)
      let page = Page([Picture.Subject(rhythm, isFromFile: false)], ascii: ascii)
      texts.append("\(piece.plan.name(amount))\n" + (try page.text(naming: rhythm.origin.id)))
    }
    return texts.joined(separator: "\n")
  }
}
