import ArgumentParser
import Composer
import Music

/// How one rhythm becomes another.
struct TransitionOptions: ParsableArguments {
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
