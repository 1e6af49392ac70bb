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
  package static let usual = blend(.jump)

  /// A simple operator that the usual one must beat in score.
  struct Rival {
    let baseline: Baseline
    /// Whether it must be beaten in most pairs, too.
    let isBeatenByPairs: Bool
  }

  /// What the usual operator must beat.
  static let rivals = [
    Rival(baseline: .consistentBernoulli, isBeatenByPairs: true),
    Rival(baseline: .levelMix, isBeatenByPairs: false),
  ]

  /// All of them: those that any program could have, then ours.
  package static let all: [any Operator] =
    Baseline.allCases + [usual]
    + [.weak, .ground, .tension].map { blend(.jump, by: $0) }
    + [.guided, .glide, .staged, .skeleton].map { blend($0) }

  /// One of the program's operators, as it is when nothing else is asked for, in an order of changes.
  private static func blend(
    _ operation: Composer.Operator, by order: Jump.Settings.Order? = nil
  ) -> any Operator {
    let settings = Jump.Settings(order: order ?? Jump.Settings().order)
    let name = "\(operation)" + (order.map { ", \($0)" } ?? "")
    return Planned(name) {
      try operation.blend(from: $0, to: $1, settings: settings)
    } rhythm: {
      try $0.rhythm(at: $1)
    }
  }
}
