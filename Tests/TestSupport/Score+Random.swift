public import Music

extension Score {
  /// A score with statements of every kind, which need not mean anything.
  public static func random(using random: inout some RandomNumberGenerator) -> Score {
    Score(
      (0..<Int.random(in: 0...6, using: &random)).map { _ in
        let value = Expression.random(using: &random, depth: 4)
        let name = Expression.randomName(using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return Statement(.definition(name, value))
        case 1: return Statement(.track(name, value))
        default: return Statement(.remark(Expression(.call(.init(name, [.init(value)])))))
        }
      })
  }
}

extension Expression {
  /// An expression with every form in it, at most some levels deep.
  public static func random(
    using random: inout some RandomNumberGenerator, depth: Int
  ) -> Expression {
    func inner() -> Expression { .random(using: &random, depth: depth - 1) }
    switch Int.random(in: 0..<(depth > 0 ? 8 : 3), using: &random) {
    case 0: return Expression(.number(.random(using: &random)))
    case 1: return Expression(.text(texts.randomElement(using: &random) ?? ""))
    case 2: return Expression(.name(randomName(using: &random)))
    case 3:
      return Expression(.list((0..<Int.random(in: 0...3, using: &random)).map { _ in inner() }))
    case 4:
      return Expression(.function(parameter: randomName(using: &random), body: inner()))
    case 5: return Expression(.call(.random(using: &random, of: nil, depth: depth)))
    default: return Expression(.call(.random(using: &random, of: inner(), depth: depth)))
    }
  }

  fileprivate static func randomName(using random: inout some RandomNumberGenerator) -> String {
    ["x", "drums", "low-tom", "қобыз", "_a1", "b2b", "lets"].randomElement(using: &random) ?? "x"
  }

  private static let texts = [
    "", "bd(3,8) [~ sn]", "a \"b\" \\", "two\nlines", "back`tick\nand line", "жорға", "\\n",
  ]
}

extension Expression.Numeral {
  fileprivate static func random(using random: inout some RandomNumberGenerator) -> Self {
    let value = Fraction(
      Int.random(in: -2000...2000, using: &random), Int.random(in: 1...40, using: &random))
    let styles: [Style] = [.decimal, .percent, .ratio]
    return .init(value, styles.randomElement(using: &random) ?? .decimal)
  }
}

extension Expression.Call {
  fileprivate static func random(
    using random: inout some RandomNumberGenerator, of receiver: Expression?, depth: Int
  ) -> Self {
    let arguments = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Expression.Argument(
        .random(using: &random, depth: depth - 1),
        label: Bool.random(using: &random) ? Expression.randomName(using: &random) : nil)
    }
    return .init(Expression.randomName(using: &random), arguments, of: receiver)
  }
}
