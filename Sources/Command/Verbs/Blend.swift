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
      groups begin there at their own speed, and cut keeps the opening of each bar.

      --operator says how: jump and guided switch note by note, guided so that syncopation and \
      density change evenly; glide slides notes and fades the others; staged slides notes and \
      switches the others; skeleton goes by way of the strong notes of both; hocket lets two \
      players share the onsets; alternate changes whole bars of a phrase. Two do not end at the \
      second: interlock fills the gaps of the first with it, and groove gives the first its feel. \
      Three or more rhythms are mixed: race lets one of them win each place, as often as its share \
      of --weights is large, and barycentre glides notes to the middle of where all want them. With \
      --at or --sweep they are passed one after the other: of three, 0.5 is the second.

      --order says what changes first: the hats (voice), weak places (weak), what goes to stronger \
      places (ground), or to weaker ones (tension).

      EXAMPLE:
        jorga blend balbyrauyn-core house-classic --at 0.4
        jorga blend adai-bas house-classic --sweep 0:1 --bars 16 -o steppe.mid
        jorga blend adai-bas house-classic samba-batucada --weights 2:1:1
        jorga blend adai-bas baladi --sweep 0:1 --curve smooth --lag 2 -o walk.mid
        jorga blend adai-bas house-classic --syncopation 0.4 --keep 60%
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

  @Option(
    help: """
      How rhythms of different bars meet; else tile where one length is a multiple of the other, \
      and regroup where not.
      """)
  var fit: Fit?

  @OptionGroup var mixing: MixingOptions
  @OptionGroup var shaping: ShapingOptions

  @Flag(help: "Draw with nothing but ASCII.")
  var ascii = false

  @OptionGroup var rendering: RenderingOptions

  func validate() throws {
    try mixing.check(names: others.count + 2)
    guard mixing.weights == nil || !amount.isAsked else {
      throw ValidationError("say --weights, or --at or --sweep, not both")
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
      let fits = rhythms.dropLast().map { fit ?? .usual(for: $0, rhythms[rhythms.count - 1]) }
      var plan = try mixing.plan(
        of: Fit.fitted(rhythms, by: fits), seed: reading.seed, staysAt: still(of: rhythms.count))
      (plan.lag, plan.shaping) = (amount.voiceLag, shaping.shaping)
      try deliver(&plan, rhythms, on: rendering.layout.kit(in: library))
      if rendering.output != "-" {
        try StandardOutput.write(choices(of: plan.blend, fits, rhythms) + shaping.report(of: plan))
      }
    } catch let error as ComposerError {
      throw Failure(error, in: rhythms.map(\.origin.id).joined(separator: ", "))
    }
  }

  /// Where a mix of more than two stays: at the weights, or at equal ones where nothing is said.
  private func still(of count: Int) -> MixWeights? {
    amount.isAsked ? nil : mixing.weights ?? MixWeights(Array(repeating: 1, count: count))
  }

  private func deliver(_ plan: inout BlendPlan, _ rhythms: [Rhythm], on kit: Kit) throws {
    if rendering.writesMIDI {
      return try rendering.write(try timeline(of: &plan, rhythms), on: kit)
    }
    guard let path = rendering.output else { return try StandardOutput.write(picture(of: &plan)) }
    let rhythm = try plan.rhythm(at: way.amount(at: 0, of: rendering.bars))
    try OutputFile(path: path).write(rhythm, force: rendering.force)
  }

  /// The way of the amount; it stays, of two rhythms with weights, at the share of the second.
  private var way: Curve {
    amount.way(usual: mixing.weights.map { Amount(step: $0.steps[1]) } ?? Amount(0.5))
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

  /// The rhythm at the amount, or those of a sweep below each other; bars in which the amount changes
  /// are drawn alone.
  private func picture(of plan: inout BlendPlan) throws -> String {
    var texts: [String] = []
    let amounts = way.amounts(bars: rendering.bars)
    for (index, amount) in (amount.sweep == nil ? [amounts[0]] : amounts).enumerated() {
      let isWhole = self.amount.curveAt == .bars
      let rhythm = isWhole ? try plan.rhythm(at: amount) : try bar(index, of: &plan)
      let page = Page([Picture.Subject(rhythm, isFromFile: false)], ascii: ascii)
      texts.append("\(plan.name(amount))\n" + (try page.text(naming: rhythm.origin.id)))
    }
    return texts.joined(separator: "\n")
  }

  /// What was chosen for the user: how different bars meet, and what becomes what.
  private func choices(of blend: any Blending, _ fits: [Fit], _ rhythms: [Rhythm]) -> String {
    let last = rhythms[fits.count]
    let fitted = zip(rhythms, fits).filter { $0.0.bars != last.bars }
    let isOne = rhythms.count == 2
    let ways = fitted.map { isOne ? $1.rawValue : "\($0.origin.id) \($1.rawValue)" }
    let sounds = (blend.map?.pairs ?? []).compactMap { pair -> String? in
      guard let first = pair.first, let second = pair.second, first != second else { return nil }
      return "\(first) \(ascii || !StandardOutput.isUnicode ? "<->" : "↔") \(second)"
    }
    return (ways.isEmpty ? "" : "fit: \(ways.joined(separator: ", "))\n")
      + (sounds.isEmpty ? "" : "sounds: \(sounds.joined(separator: ", "))\n")
  }
}
