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

  @OptionGroup var amount: AmountOptions

  @OptionGroup var mixing: MixingOptions
  @OptionGroup var aspects: AspectOptions
  @OptionGroup var shaping: ShapingOptions

  @Flag(help: "Draw with nothing but ASCII.")
  var ascii = false

  @OptionGroup var rendering: RenderingOptions

  func validate() throws {
    try rendering.checkBarsAreCounted()
    try mixing.check(names: others.count + 2)
    guard mixing.weights == nil || !amount.isAsked else {
      throw ValidationError("say --weights, or --at or --sweep, not both")
    }
    guard
      !aspects.explain
        || (amount.sweep == nil && rendering.output == nil && rendering.stems == nil)
    else {
      throw ValidationError("--explain tells of one amount and writes no file: say --at")
    }
    guard amount.sweep == nil || rendering.output == nil || rendering.writesMIDI else {
      throw ValidationError("a pattern holds one rhythm: say --at, not --sweep, with .pattern")
    }
  }

  func run() throws {
    let library = try options.library()
    let materials = try ([first, second] + others).map { try Material($0, in: library) }
    if rendering.writesMIDI {
      for material in materials { try material.checkSounds() }
    }
    let rhythms = try materials.map { try $0.rhythm(in: reading.metre, chance: reading.chance) }
    do {
      let last = rhythms[rhythms.count - 1]
      let fits = rhythms.dropLast().map { mixing.transition.fit(for: $0, last) }
      var plan = try mixing.plan(
        of: mixing.transition.aligned(Fit.fitted(rhythms, by: fits)), seed: reading.seed,
        staysAt: still(of: rhythms.count),
        aspects: aspects)
      if aspects.explain { return try explain(plan) }
      (plan.lag, plan.shaping) = (amount.voiceLag, shaping.shaping)
      try deliver(
        &plan, zip(materials, rhythms).map { $0.subject($1) },
        on: rendering.layout.kit(in: library))
      if rendering.output != "-" {
        try StandardOutput.write(
          plan.blend.choices(fits, rhythms, ascii: ascii) + shaping.report(of: plan))
      }
    } catch let error as ComposerError where rhythms.count == 2 {
      throw Failure(error, blending: rhythms[0], rhythms[1])
    } catch let error as ComposerError {
      throw Failure(error, in: rhythms.map(\.origin.id).joined(separator: ", "))
    }
  }

  /// Tells where each note of the blend comes from.
  private func explain(_ plan: BlendPlan) throws {
    let blend = (plan.blend as? Apart)?.blend ?? plan.blend
    guard let morph = blend as? any Morphing else {
      throw ValidationError("only jump, guided, glide, staged and skeleton can be explained")
    }
    let explanation = try BlendExplanation(
      of: morph, at: aspects.amounts(at: way.amount(at: 0, of: rendering.bars)))
    try StandardOutput.write(
      aspects.json
        ? JSON.text(of: explanation) : explanation.text(columns: StandardOutput.limit))
  }

  /// Where a mix of more than two stays: at the weights, or at equal ones where nothing is said.
  private func still(of count: Int) -> MixWeights? {
    amount.isAsked ? nil : mixing.weights ?? MixWeights(Array(repeating: 1, count: count))
  }

  private func deliver(
    _ plan: inout BlendPlan, _ subjects: [Picture.Subject], on kit: Kit
  ) throws {
    if rendering.writesMIDI {
      let timeline = try timeline(of: &plan, subjects.map(\.rhythm))
      return try rendering.write(timeline, bars: rendering.bars, on: kit)
    }
    guard let path = rendering.output else {
      return try StandardOutput.write(picture(of: &plan, subjects))
    }
    let rhythm = try plan.rhythm(at: way.amount(at: 0, of: rendering.bars))
    try OutputFile(path: path).write(rhythm, force: rendering.force)
  }

  /// The way of the amount; it stays, of two rhythms with weights, at the share of the second.
  private var way: Curve {
    amount.way(usual: mixing.weights.map { Amount(step: $0.steps[1]) } ?? aspects.usualAmount)
  }

  /// What sounds in a bar of the piece.
  private func bar(_ index: Int, of plan: inout BlendPlan) throws(ComposerError) -> Rhythm {
    let metre = plan.bars[index % plan.bars.count]
    let step = amount.step(in: metre, grid: min(plan.blend.first.grid, plan.blend.second.grid))
    let amounts = way.amounts(
      inBar: index, of: rendering.bars, lasting: metre.beats, every: step)
    return try plan.bar(index, at: amounts, every: step)
  }

  private func timeline(of plan: inout BlendPlan, _ rhythms: [Rhythm]) throws -> Timeline {
    let arranger = Arranger(
      title: rhythms.map(\.origin.name).joined(separator: " / "),
      tempo: rendering.tempo(or: Self.usualTempo(of: rhythms)),
      remarks: rhythms.map(\.remark) + ["a blend made by a program, seed \(reading.seed)"])
    return try arranger.timeline(bars: rendering.bars, markers: markers(plan)) {
      index throws(ComposerError) in
      try bar(index, of: &plan)
    }
  }

  /// A marker at each fourth bar of a sweep and at its end, or one at the beginning.
  private func markers(_ plan: BlendPlan) -> [Int: String] {
    let amounts = way.amounts(bars: rendering.bars)
    let bars = amounts.indices.filter { bar in
      bar == 0 || (amount.sweep != nil && (bar % 4 == 0 || bar == amounts.count - 1))
    }
    return Dictionary(
      uniqueKeysWithValues: bars.map { bar in
        (bar, "blend \(plan.name(amounts[bar]))")
      })
  }

  /// The middle of the tempi that all have, else of the last's.
  private static func usualTempo(of rhythms: [Rhythm]) -> Double {
    let tempi = rhythms.map(\.tempo.beatsPerMinute)
    let low = tempi.map(\.lowerBound).max() ?? 0
    let high = tempi.map(\.upperBound).min() ?? 0
    return low <= high ? ((low + high) / 2).rounded() : rhythms[rhythms.count - 1].tempo.middle
  }

  /// The rhythm at the amount, or the way that a sweep takes; bars in which the amount changes are
  /// drawn alone.
  private func picture(
    of plan: inout BlendPlan, _ subjects: [Picture.Subject]
  ) throws -> String {
    let amounts = way.amounts(bars: rendering.bars)
    if amount.sweep != nil, subjects.count == 2, plan.isPlain, amount.curveAt == .bars {
      let transition = try Transition(
        plan.blend, at: amounts, between: subjects[0], and: subjects[1])
      return try TransitionPage(transition, style: Page.Style(ascii: ascii))
        .text(naming: "\(first), \(second)")
    }
    var texts: [String] = []
    for (index, amount) in (amount.sweep == nil ? [amounts[0]] : amounts).enumerated() {
      let isWhole = self.amount.curveAt == .bars
      let rhythm = isWhole ? try plan.rhythm(at: amount) : try bar(index, of: &plan)
      let page = Page([Picture.Subject(rhythm, isFromFile: false)], ascii: ascii)
      texts.append("\(plan.name(amount))\n" + (try page.text(naming: rhythm.origin.id)))
    }
    return texts.joined(separator: "\n")
  }
}
