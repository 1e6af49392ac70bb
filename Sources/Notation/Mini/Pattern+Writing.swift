public import Music

extension Pattern: CustomStringConvertible {
  /// The pattern as a mini-notation.
  ///
  /// Law: a pattern that was read is read from its description again, as the same value. A number
  /// without a finite decimal, which no text gives, is written as a fraction and not read again.
  public var description: String {
    switch self {
    case .sequence(let steps): Self.written(steps)
    case .stack(let parts): parts.map(\.asRow).joined(separator: ", ")
    case .choice(let parts, _): parts.map(\.asRow).joined(separator: " | ")
    default: asOperand
    }
  }

  private static func written(_ steps: [Step]) -> String {
    guard !steps.isEmpty else { return "~" }
    return steps.map { $0.pattern.asStep(weight: $0.weight) }.joined(separator: " ")
  }

  private static func written(_ rows: [[Step]]) -> String {
    rows.map(written).joined(separator: ", ")
  }

  /// The pattern between separators: a sequence needs no bracket there.
  private var asRow: String {
    if case .sequence(let steps) = self { Self.written(steps) } else { asOperand }
  }

  /// The pattern as an element of a sequence; copies weigh as many as they are.
  private func asStep(weight: Fraction) -> String {
    let usual = copies ?? 1
    guard weight != usual, let added = try? weight - usual + 1 else { return asOperand }
    return "\(asOperand)@\(added.decimal)"
  }

  /// How many copies stand among the operators, outside of brackets.
  private var copies: Fraction? {
    switch self {
    case .replicate(_, let times): times
    case .fast(let inner, _), .slow(let inner, _), .degrade(let inner, _, _),
      .index(let inner, _), .euclid(let inner, _, _, _):
      inner.copies
    default: nil
    }
  }

  /// The pattern where an operator can follow.
  private var asOperand: String {
    switch self {
    case .fast(let inner, let factor): "\(inner.asOperand)*\(factor.asSlice)"
    case .slow(let inner, let factor): "\(inner.asOperand)/\(factor.asSlice)"
    case .degrade(let inner, let probability, _):
      "\(inner.asOperand)?\(probability == Fraction(1, 2) ? "" : probability.decimal)"
    case .index(let inner, let variant): "\(inner.asOperand):\(variant.asSlice)"
    case .replicate(let inner, let times):
      "\(inner.copies == nil ? inner.asOperand : inner.asSlice)!\(times.decimal)"
    case .range(let lower, let upper): "\(lower.asSlice) .. \(upper.asSlice)"
    case .euclid(let inner, let onsets, let slots, let rotation):
      "\(inner.asOperand)(\(Self.written(onsets, slots, rotation)))"
    default: asSlice
    }
  }

  private static func written(_ onsets: Pattern, _ slots: Pattern, _ rotation: Pattern?) -> String {
    ([onsets, slots] + (rotation.map { [$0] } ?? [])).map(\.asOperand).joined(separator: ",")
  }

  /// The pattern as an atom or in brackets.
  private var asSlice: String {
    switch self {
    case .silence: "~"
    case .value(let value, _): value.description
    case .alternation(let steps): "<\(Self.written(steps))>"
    case .stack(let parts) where parts.count > 1 && parts.allSatisfy(\.isAlternation):
      "<\(parts.map { String($0.asSlice.dropFirst().dropLast()) }.joined(separator: ", "))>"
    case .polymetre(let rows, let rate):
      "{\(Self.written(rows))}\(rate.map { "%\($0.asSlice)" } ?? "")"
    default: "[\(description)]"
    }
  }

  private var isAlternation: Bool {
    if case .alternation = self { true } else { false }
  }
}
