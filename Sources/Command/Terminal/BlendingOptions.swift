import ArgumentParser
import Composer
import Drawing
import Music
import Notation

/// How one rhythm becomes another.
struct BlendingOptions: ParsableArguments {
  @Option(
    help: """
      How rhythms of different bars meet; else tile where one length is a multiple of the other, \
      and regroup where not.
      """)
  var fit: Fit?

  @Option(
    name: .customLong("operator"), help: "How one becomes the other; jump where nothing is said.")
  var way: Operator?

  @Option(help: "What changes first, with jump, glide and staged; voice where nothing is said.")
  var order: Jump.Settings.Order?

  /// Whether something was asked for that only a blend has.
  var isAsked: Bool { fit != nil || way != nil || order != nil }

  func validate() throws {
    let way = way ?? .jump
    guard order == nil || way.hasOrders else {
      throw ValidationError("\(way.rawValue) has an order of its own: leave --order out")
    }
  }

  /// How two rhythms meet.
  func fit(for a: Rhythm, _ b: Rhythm) -> Fit { fit ?? .usual(for: a, b) }

  /// The blend of two rhythms.
  func blend(
    from a: Rhythm, to b: Rhythm, seed: UInt64
  ) throws(ComposerError) -> any Blending {
    let (from, to) = try fit(for: a, b).fitted(a, to: b)
    return try (way ?? .jump).blend(
      from: from, to: to, settings: Jump.Settings(seed: seed, order: order ?? .voice))
  }

  /// What was chosen for the user: how different bars meet, and what becomes what.
  func choices(of blend: any Blending, _ a: Rhythm, _ b: Rhythm, ascii: Bool) -> String {
    let sounds = blend.map.pairs.compactMap { pair -> String? in
      guard let first = pair.first, let second = pair.second, first != second else { return nil }
      return "\(first) \(ascii || !StandardOutput.isUnicode ? "<->" : "↔") \(second)"
    }
    return (a.bars == b.bars ? "" : "fit: \(fit(for: a, b).rawValue)\n")
      + (sounds.isEmpty ? "" : "sounds: \(sounds.joined(separator: ", "))\n")
  }

  /// What a picture of the blend says of how it was made.
  func caption(_ a: Rhythm, _ b: Rhythm) -> String {
    let way = (way ?? .jump).rawValue
    let order = order.map { ", order: \($0.rawValue)" } ?? ""
    let fit = a.bars == b.bars ? "" : ", fit: \(fit(for: a, b).rawValue)"
    return "operator: \(way)\(order)\(fit)"
  }
}

extension Transition {
  /// The stages of a blend at some amounts, with the feel of each written into its notes.
  init(
    _ blend: any Blending, at amounts: [Amount], between first: Picture.Subject,
    and second: Picture.Subject
  ) throws(ComposerError) {
    let stages = try amounts.map { amount throws(ComposerError) in
      Stage(label: amount.label, rhythm: try blend.rhythm(at: amount).felt)
    }
    let links = try zip(amounts, amounts.dropFirst()).map { from, to throws(ComposerError) in
      try blend.ties(from: from, to: to).map { tie in
        Link(from: Spot(tie.first), to: Spot(tie.second))
      }
    }
    self.init(between: first, and: second, stages: stages, links: links)
  }
}

extension Amount {
  /// What a stage is called: `A 0%` and `B 100%` at the ends.
  fileprivate var label: String {
    step == 0 ? "A \(self)" : step == Amount.steps ? "B \(self)" : "\(self)"
  }
}

extension Transition.Spot {
  fileprivate init(_ note: VoicedNote) {
    self.init(note.voice, note.note.onset)
  }
}

extension Rhythm {
  /// The rhythm with its feel written into its notes' shifts.
  fileprivate var felt: Rhythm {
    get throws(ComposerError) {
      do throws(MusicError) { return try withFeelInNotes() } catch { throw .music(error) }
    }
  }
}
