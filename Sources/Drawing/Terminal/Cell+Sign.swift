import Music

extension Panel.Cell {
  /// The sign of a cell in text, and how it is inked.
  func sign(_ inking: Inking) -> (Character, Ink) {
    switch self {
    case .gap: (" ", .usual)
    case .rest: (inking.sign("·", plain: "."), .faint)
    case .hold: (inking.sign("─", plain: "-"), .faint)
    case .note(let stroke):
      (stroke.rawValue, stroke.isAccented ? .bold : stroke == .ghost ? .faint : .usual)
    }
  }
}
