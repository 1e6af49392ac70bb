public import Composer

extension Strain {
  /// A rhythm between this one, at 0, and another, at 1.
  public func blend(
    with other: Strain, _ amount: (any Control)? = nil, operator way: Operator? = nil,
    order: Jump.Settings.Order? = nil
  ) -> Strain {
    word(
      "blend", Argument(other), Argument(amount), Argument(way?.rawValue, "operator"),
      Argument(order?.rawValue, "order"))
  }

  /// How a rhythm of the library meets the metre in which it sounds.
  public func fit(_ way: Fit) -> Strain { word("fit", Argument(way.rawValue)) }
}
