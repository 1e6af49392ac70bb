/// A key of a terminal.
enum TypedKey: Hashable, Sendable {
  /// Keys that are held down with another.
  struct Modifiers: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
  }

  enum Direction: Hashable, Sendable {
    case up
    case down
    case right
    case left
  }

  /// What writes something, a blank too.
  case character(Character)
  /// A small Latin letter with the control key.
  case control(Character)
  case arrow(Direction, Modifiers)
  case enter
  case tab
  case backspace
  case delete
  case escape
  case home
  case end
  case pageUp
  case pageDown
}
