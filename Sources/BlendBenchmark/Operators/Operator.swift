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

/// The operators of the table.
package struct Operators {
  /// The operator that users get when they ask for none.
  package let usual: any Operator

  /// In the order of the table: those that any program could have, then ours.
  package let all: [any Operator]

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

  /// All operators, those that follow an idiom by this one.
  package init(idiom: Idiom) {
    usual = Self.blend(.jump, by: idiom)
    let orders = Jump.Settings.Order.allCases.filter { $0 != Jump.Settings().order }
    all =
      Baseline.allCases + [usual]
      + orders.map { Self.blend(.jump, in: $0, by: idiom) }
      + [.guided, .glide, .staged, .skeleton].map { Self.blend($0, by: idiom) }
  }

  /// One of the program's operators, as it is when nothing else is asked for, in an order of changes.
  private static func blend(
    _ operation: Composer.Operator, in order: Jump.Settings.Order? = nil, by idiom: Idiom
  ) -> any Operator {
    var settings = Jump.Settings()
    settings.idiom = idiom
    if let order { settings.order = order }
    let name = "\(operation)" + (order.map { ", \($0)" } ?? "")
    return Planned(name) { [settings] in
      try operation.blend(from: $0, to: $1, settings: settings)
    } rhythm: {
      try $0.rhythm(at: $1)
    }
  }
}
