import Composer
import Music

/// A blend with all that is done to it, bar by bar, and what of that must be said.
struct BlendPlan {
  /// The blend.
  let blend: any Blending
  /// The rhythms that it is made of, in the same bars as the blend.
  let material: [Rhythm]
  /// What an amount is called.
  let name: (Amount) -> String

  /// How much later some voices set out.
  var lag = Lag(0)
  /// What is done after the blend.
  var shaping = Shaping()

  /// The least and the greatest syncopation that was reached, where one was asked for.
  private(set) var reached: ClosedRange<Fraction>?
  /// The rhythm that was made last, as a piece asks for the same one again and again.
  private var last: (amount: Amount, rhythm: Rhythm)?

  /// A blend to which nothing is done.
  init(_ blend: any Blending, of material: [Rhythm], name: @escaping (Amount) -> String) {
    self.blend = blend
    self.material = material
    self.name = name
  }

  /// Whether nothing is done after the blend, and all aspects go together.
  var isPlain: Bool { shaping.isNothing && lag.lag == 0 && !(blend is Apart) }

  /// The bars of the blend.
  var bars: [Metre] { blend.first.bars }

  /// The rhythm at an amount.
  mutating func rhythm(at amount: Amount) throws(ComposerError) -> Rhythm {
    if let last, last.amount == amount { return last.rhythm }
    let blend = blend
    let lagging = try lag.rhythm(at: amount) { amount throws(ComposerError) in
      try blend.rhythm(at: amount)
    }
    let (shaped, syncopation) = try shaping.shaped(lagging, of: material)
    if let syncopation {
      let known = reached ?? syncopation...syncopation
      reached = min(known.lowerBound, syncopation)...max(known.upperBound, syncopation)
    }
    let rhythm = try shaping.cleaned(shaped)
    last = (amount, rhythm)
    return rhythm
  }

  /// A bar of the piece, counted from 0, in which the amount changes after every step.
  ///
  /// - Parameters:
  ///   - index: The bar; after the last of the blend the first follows.
  ///   - amounts: The amounts, of which the last one holds to the end of the bar.
  ///   - step: The time between two amounts, in quarter notes.
  /// - Returns: The bar as a rhythm of its own.
  /// - Throws: ``ComposerError`` where time is too fine or there are too many notes.
  mutating func bar(
    _ index: Int, at amounts: [Amount], every step: Fraction
  ) throws(ComposerError) -> Rhythm {
    let number = index % bars.count
    var slices: [Rhythm] = []
    for amount in amounts { slices.append(try bar(number, at: amount)) }
    if slices.count == 1 { return slices[0] }
    return try shaping.cleaned(Rhythm.sliced(slices, every: step))
  }

  private mutating func bar(_ number: Int, at amount: Amount) throws(ComposerError) -> Rhythm {
    if shaping.isNothing && lag.lag == 0 { return try blend.bar(number, at: amount) }
    let whole = try rhythm(at: amount)
    do throws(MusicError) { return try whole.bar(number) } catch { throw .music(error) }
  }
}
