package import Composer
package import Music

/// A way to turn one rhythm into another.
package protocol Operator: Sendable {
  /// What the table calls it.
  var name: String { get }

  /// The rhythms on the way, ``Path/amounts`` in number, both ends included.
  ///
  /// - Precondition: Both rhythms have the same bars.
  func path(from first: Fit.Fitted, to second: Fit.Fitted) throws -> [Rhythm]
}

/// An operator that plans a way once and is then asked for each amount.
package struct Planned<Plan>: Operator {
  package let name: String
  private let plan: @Sendable (Fit.Fitted, Fit.Fitted) throws -> Plan
  private let rhythm: @Sendable (Plan, Amount) throws -> Rhythm

  /// An operator of two steps.
  package init(
    _ name: String, plan: @escaping @Sendable (Fit.Fitted, Fit.Fitted) throws -> Plan,
    rhythm: @escaping @Sendable (Plan, Amount) throws -> Rhythm
  ) {
    self.name = name
    self.plan = plan
    self.rhythm = rhythm
  }

  package func path(from first: Fit.Fitted, to second: Fit.Fitted) throws -> [Rhythm] {
    let plan = try plan(first, second)
    return try Path.amounts.map { try rhythm(plan, $0) }
  }
}

/// The operators in the order of the table.
package enum Operators {
  /// The operator that users get when they ask for none.
  package static let usual = jump("jump", Jump.Settings())

  /// What the usual operator must beat.
  package static let rivals: [any Operator] = [
    Baseline.consistentBernoulli, Baseline.levelMix,
  ]

  /// All of them.
  package static let all: [any Operator] =
    Baseline.allCases + [
      usual,
      jump("jump, no chance", Jump.Settings(randomness: 0)),
      jump("jump, reach 1/2", Jump.Settings(reach: Fraction(1, 2))),
      jump("jump, reach 2", Jump.Settings(reach: 2)),
    ]

  private static func jump(_ name: String, _ settings: Jump.Settings) -> any Operator {
    Planned(name) {
      try Jump(from: $0, to: $1, settings: settings)
    } rhythm: {
      try $0.rhythm(at: $1)
    }
  }
}
