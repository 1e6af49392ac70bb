import ArgumentParser
import Composer

/// How rhythms are blended, and how far.
struct BlendOptions: ParsableArguments {
  @OptionGroup var amount: AmountOptions
  @OptionGroup var mixing: MixingOptions
  @OptionGroup var aspects: AspectOptions
  @OptionGroup var shaping: ShapingOptions

  /// Refuses what does not suit the number of rhythms.
  func check(names: Int) throws {
    try mixing.check(names: names)
    guard mixing.weights == nil || !amount.isAsked else {
      throw ValidationError("say --weights, or --at or --sweep, not both")
    }
  }
}
