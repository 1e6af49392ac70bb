import ArgumentParser
import Composer
import Drawing
import Music
import Notation

/// The verb `blend`.
struct Blend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Blends two rhythms into one between them.",
    discussion: """
      At 0 it is the first rhythm, at 1 the second; in between, notes that both have stay, and the \
      others change one at a time. The first is brought to the second's bars by --fit: stretch \
      each bar, tile until both end together, or regroup so that groups fall on groups; elastic \
      groups begin there at their own speed, and cut keeps the opening of each bar.

      --operator says how: jump and guided switch note by note, guided so that syncopation and \
      density change evenly; glide slides notes and fades the others; staged slides notes and \
      switches the others; skeleton goes by way of the strong notes of both.

      --order says what changes first: the hats (voice), weak places (weak), what goes to stronger \
      places (ground), or to weaker ones (tension).

      EXAMPLE:
        jorga blend balbyrauyn-core house-classic --at 0.4
        jorga blend adai-bas house-classic --sweep 0:1 --bars 16 -o steppe.mid
      """)

  @Argument(help: "The rhythm at 0: a name, a pattern file, or a quoted mini-notation.")
  var first: String

  @Argument(help: "The rhythm at 1.")
  var second: String

  @OptionGroup var options: LibraryOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: "How far from the first to the second, from 0 to 1; 0.5 where nothing is said.")
  var at: Double?

  @Option(help: "From one amount to another over the bars, such as 0:1.", transform: Self.sweep)
  var sweep: ClosedSweep?

  @Option(
    help: """
      How rhythms of different bars meet; else tile where one length is a multiple of the other, \
      and regroup where not.
      """)
  var fit: Fit?

  @Option(name: .customLong("operator"), help: "How one becomes the other.")
  var way: Operator = .jump

  @Option(help: "What changes first, with jump, glide and staged; voice where nothing is said.")
  var order: Jump.Settings.Order?

  @Flag(help: "Draw with nothing but ASCII.")
  var ascii = false

  @OptionGroup var rendering: RenderingOptions

  /// Where a sweep begins and where it ends.
  struct ClosedSweep {
    let from: Amount
    let to: Amount
  }

  func validate() throws {
    try rendering.checkBarsAreCounted()
    guard at == nil || sweep == nil else { throw ValidationError("say --at or --sweep, not both") }
    guard at.map((0...1).contains) ?? true else { throw ValidationError("--at is from 0 to 1") }
    guard order == nil || way.hasOrders else {
      throw ValidationError("\(way.rawValue) has an order of its own: leave --order out")
    }
    guard sweep == nil || rendering.output == nil || rendering.writesMIDI else {
      throw ValidationError("a pattern holds one rhythm: say --at, not --sweep, with .pattern")
    }
  }

  func run() throws {
    let library = try options.library()
    let materials = [try Material(first, in: library), try Material(second, in: library)]
    if rendering.writesMIDI {
      for material in materials { try material.checkSounds() }
    }
    let rhythms = try materials.map { try $0.rhythm(in: reading.metre, chance: reading.chance) }
    let (a, b) = (rhythms[0], rhythms[1])
    do {
      let fit = fit ?? .usual(for: a, b)
      let (from, to) = try fit.fitted(a, to: b)
      let blend = try way.blend(
        from: from, to: to,
        settings: Jump.Settings(seed: reading.seed, order: order ?? .voice))
      try deliver(blend, a, b, on: rendering.layout.kit(in: library))
      if rendering.output != "-" { try StandardOutput.write(choices(of: blend, fit, a, b)) }
    } catch let error as ComposerError {
      throw Failure(error, in: "\(a.origin.id), \(b.origin.id)")
    }
  }

  private func deliver(_ blend: any Blending, _ a: Rhythm, _ b: Rhythm, on kit: Kit) throws {
    if rendering.writesMIDI {
      return try rendering.write(timeline(of: blend, a, b), bars: rendering.bars, on: kit)
    }
    guard let path = rendering.output else { return try StandardOutput.write(picture(of: blend)) }
    try OutputFile(path: path).write(blend.rhythm(at: amounts[0]), force: rendering.force)
  }

  /// The amount of each bar.
  private var amounts: [Amount] {
    guard let sweep else {
      return Array(repeating: Amount(at ?? 0.5), count: rendering.bars)
    }
    return Amount.sweep(from: sweep.from, to: sweep.to, bars: rendering.bars)
  }

  private func timeline(of blend: any Blending, _ a: Rhythm, _ b: Rhythm) throws -> Timeline {
    let amounts = amounts
    let arranger = Arranger(
      title: "\(a.origin.name) / \(b.origin.name)",
      tempo: rendering.tempo(or: Self.usualTempo(of: a, b)),
      remarks: [a.remark, b.remark, "a blend made by a program, seed \(reading.seed)"])
    return try arranger.timeline(bars: rendering.bars, markers: markers(amounts)) {
      bar throws(ComposerError) in
      try blend.bar(bar % blend.second.bars.count, at: amounts[bar])
    }
  }

  /// A marker at each fourth bar of a sweep and at its end, or one at the beginning.
  private func markers(_ amounts: [Amount]) -> [Int: String] {
    let bars = amounts.indices.filter { bar in
      bar == 0 || (sweep != nil && (bar % 4 == 0 || bar == amounts.count - 1))
    }
    return Dictionary(
      uniqueKeysWithValues: bars.map { bar in
        (bar, "blend \(amounts[bar])")
      })
  }

  /// The middle of the tempi that both have, else of the second's.
  private static func usualTempo(of a: Rhythm, _ b: Rhythm) -> Double {
    let (first, second) = (a.tempo.beatsPerMinute, b.tempo.beatsPerMinute)
    guard first.overlaps(second) else { return b.tempo.middle }
    let both = first.clamped(to: second)
    return ((both.lowerBound + both.upperBound) / 2).rounded()
  }

  /// The rhythm at the amount, or those of a sweep below each other.
  private func picture(of blend: any Blending) throws -> String {
    var texts: [String] = []
    for amount in sweep == nil ? [amounts[0]] : amounts {
      let rhythm = try blend.rhythm(at: amount)
      let page = Page([Picture.Subject(rhythm, isFromFile: false)], ascii: ascii)
      texts.append("\(amount)\n" + (try page.text(naming: rhythm.origin.id)))
    }
    return texts.joined(separator: "\n")
  }

  /// What was chosen for the user: how different bars meet, and what becomes what.
  private func choices(of blend: any Blending, _ fit: Fit, _ a: Rhythm, _ b: Rhythm) -> String {
    let sounds = blend.map.pairs.compactMap { pair -> String? in
      guard let first = pair.first, let second = pair.second, first != second else { return nil }
      return "\(first) \(ascii || !StandardOutput.isUnicode ? "<->" : "↔") \(second)"
    }
    return (a.bars == b.bars ? "" : "fit: \(fit.rawValue)\n")
      + (sounds.isEmpty ? "" : "sounds: \(sounds.joined(separator: ", "))\n")
  }

  private static func sweep(_ text: String) throws -> ClosedSweep {
    let sides = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard sides.count == 2, let from = sides[0], let to = sides[1],
      (0...1).contains(from), (0...1).contains(to)
    else { throw ValidationError("--sweep is two amounts from 0 to 1, such as 0:1") }
    return ClosedSweep(from: Amount(from), to: Amount(to))
  }
}
