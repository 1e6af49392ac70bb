/// The ways there are to lead from one rhythm to another.
public enum Operator: String, CaseIterable, Hashable, Sendable {
  /// Notes switch one at a time, in an order by voice or by metre: ``Jump``.
  case jump
  /// Notes switch one at a time, in the order that keeps nearest to the straight line: ``Guided``.
  case guided
  /// Notes slide, and what has no partner fades: ``Glide``.
  case glide
  /// Notes slide, and what has no partner switches: ``Staged``.
  case staged
  /// Weak notes leave, strong notes come first: ``Skeleton``.
  case skeleton

  /// Whether the order of the changes can be chosen; else the operator has one of its own.
  public var hasOrders: Bool {
    switch self {
    case .jump, .glide, .staged: true
    case .guided, .skeleton: false
    }
  }

  /// Plans the blend of two rhythms that were fitted to each other.
  ///
  /// - Precondition: Both have the same bars.
  /// - Throws: ``ComposerError`` where the plan would be too large or time too fine.
  public func blend(
    from first: Fit.Fitted, to second: Fit.Fitted, settings: Jump.Settings = Jump.Settings()
  ) throws(ComposerError) -> any Blending {
    switch self {
    case .jump: try Jump(from: first, to: second, settings: settings)
    case .guided: try Guided(from: first, to: second, settings: settings)
    case .glide: try Glide(from: first, to: second, settings: settings)
    case .staged: try Staged(from: first, to: second, settings: settings)
    case .skeleton: try Skeleton(from: first, to: second, settings: settings)
    }
  }
}
