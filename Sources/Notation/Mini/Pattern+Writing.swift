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
    default: asStep(weight: 1)
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
    if case .sequence(let steps) = self { Self.written(steps) } else { asStep(weight: 1) }
  }

  /// The pattern as an element of a sequence, with its copies and its weight.
  private func asStep(weight: Fraction) -> String {
    guard case .replicate(let inner, let times) = self else {
      return weight == 1 ? asOperand : "\(asOperand)@\(weight.decimal)"
    }
    let copies = "\(inner.asOperand)!\(times.decimal)"
    guard weight != times, weight != 1 || times != 1 else { return copies }
    guard let added = try? weight - times + 1 else { return copies }
    return "\(copies)@\(added.decimal)"
  }

  /// The pattern where an operator can follow.
  private var asOperand: String {
    switch self {
    case .fast(let inner, let factor): "\(inner.asOperand)*\(factor.asSlice)"
    case .slow(let inner, let factor): "\(inner.asOperand)/\(factor.asSlice)"
    case .degrade(let inner, let probability, _):
      "\(inner.asOperand)?\(probability == Fraction(1, 2) ? "" : probability.decimal)"
    case .index(let inner, let variant): "\(inner.asOperand):\(variant.asSlice)"
    case .range(let lower, let upper): "\(lower.asSlice) .. \(upper.asSlice)"
    case .euclid(let inner, let onsets, let slots, let rotation):
      "\(inner.asOperand)(\(Self.written(onsets, slots, rotation)))"
    default: asSlice
    }
  }

  private static func written(_ onsets: Pattern, _ slots: Pattern, _ rotation: Pattern?) -> String {
    ([onsets, slots] + (rotation.map { [$0] } ?? [])).map(\.asArgument).joined(separator: ",")
  }

  /// The pattern as an argument of a Euclidean rhythm, where copies and weights mean nothing.
  private var asArgument: String {
    if case .replicate = self { "[\(description)]" } else { asOperand }
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
