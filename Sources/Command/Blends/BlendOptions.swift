import ArgumentParser
import Composer

/// How rhythms are blended, and how far.
struct BlendOptions: ParsableArguments {
  @OptionGroup var amount: AmountOptions
  @OptionGroup var mixing: MixingOptions
  @OptionGroup var aspects: AspectOptions
  @OptionGroup var shaping: ShapingOptions

  /// Whether something was asked for that only a blend can do.
  var isAsked: Bool {
    amount.isAsked || amount.curve != nil || amount.curveAt != .bars || amount.lag != nil
      || mixing.weights != nil || mixing.phrase != nil || mixing.rotate || mixing.transition.isAsked
      || aspects.isAsked || !shaping.shaping.isNothing
  }

  /// Refuses what does not suit the number of rhythms.
  func check(names: Int) throws {
    try mixing.check(names: names)
    guard mixing.weights == nil || !amount.isAsked else {
      throw ValidationError("say --weights, or --at or --sweep, not both")
    }
  }
}
