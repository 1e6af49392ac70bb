/// Keys out of the bytes that a terminal sends for them, however these are cut into reads.
///
/// What it does not know, and what is no UTF-8, is left out.
///
/// Source: ECMA-48, *Control Functions for Coded Character Sets* (1991), 5.4, for the form of the
/// sequences; *XTerm Control Sequences*, PC-style function keys, for their meaning.
struct KeyParser {
  private enum State {
    case ground
    /// After `ESC`.
    case escape
    /// After `ESC [`, with what came since.
    case sequence([UInt8])
    /// After `ESC O`.
    case single
    /// After `ESC [ [`, with which the Linux console begins its function keys.
    case console
    /// After the first byte of a character, with what came since.
    case character([UInt8], count: Int)
  }

  /// How much of a sequence is kept, in bytes; none that is known comes near it.
  private static let longest = 32
  private static let escape: UInt8 = 0x1B

  private var state = State.ground

  /// Whether bytes have come that begin a key, and more are expected within some milliseconds.
  var isWaiting: Bool {
    if case .ground = state { false } else { true }
  }

  /// Reads the next bytes.
  mutating func read(_ bytes: some Sequence<UInt8>) -> [TypedKey] {
    bytes.flatMap { read($0) }
  }

  /// Says that none has come for a while: an escape alone is the key of this name, and what else
  /// was begun is none.
  mutating func settle() -> [TypedKey] {
    defer { state = .ground }
    if case .escape = state { return [.escape] }
    return []
  }

  private mutating func read(_ byte: UInt8) -> [TypedKey] {
    switch state {
    case .ground: return begin(byte)
    case .escape: return afterEscape(byte)
    case .single:
      guard byte >= 0x20 else { return begin(byte) }
      state = .ground
      return Self.letterKey(byte, []).map { [$0] } ?? []
    case .console:
      state = .ground
      return byte < 0x20 ? begin(byte) : []
    case .sequence(let head): return afterSequence(head, byte)
    case .character(let head, let count): return afterCharacter(head, byte, count)
    }
  }

  private mutating func begin(_ byte: UInt8) -> [TypedKey] {
    state = .ground
    switch byte {
    case Self.escape: state = .escape
    case 0x09: return [.tab]
    case 0x0A, 0x0D: return [.enter]
    case 0x08, 0x7F: return [.backspace]
    case 0x01...0x1A: return [.control(Character(Unicode.Scalar(byte + 0x60)))]
    case 0x20...0x7E: return [.character(Character(Unicode.Scalar(byte)))]
    case 0xC2...0xDF: state = .character([byte], count: 2)
    case 0xE0...0xEF: state = .character([byte], count: 3)
    case 0xF0...0xF4: state = .character([byte], count: 4)
    default: break
    }
    return []
  }

  private mutating func afterEscape(_ byte: UInt8) -> [TypedKey] {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .single
    default: return [.escape] + begin(byte)
    }
    return []
  }

  private mutating func afterSequence(_ head: [UInt8], _ byte: UInt8) -> [TypedKey] {
    switch byte {
    case UInt8(ascii: "[") where head.isEmpty: state = .console
    case 0x20...0x3F: if head.count < Self.longest { state = .sequence(head + [byte]) }
    case 0x40...0x7E:
      state = .ground
      return Self.key(head, final: byte).map { [$0] } ?? []
    default: return begin(byte)
    }
    return []
  }

  private mutating func afterCharacter(_ head: [UInt8], _ byte: UInt8, _ count: Int) -> [TypedKey] {
    guard 0x80...0xBF ~= byte else { return begin(byte) }
    let bytes = head + [byte]
    guard bytes.count == count else {
      state = .character(bytes, count: count)
      return []
    }
    state = .ground
    guard let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return [] }
    return text.map { .character($0) }
  }

  /// The key of a whole sequence: numbers between semicolons, and a last byte.
  private static func key(_ head: [UInt8], final: UInt8) -> TypedKey? {
    guard head.allSatisfy({ $0 <= UInt8(ascii: ";") && $0 >= UInt8(ascii: "0") }) else {
      return nil
    }
    let numbers = head.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    let held = TypedKey.Modifiers(rawValue: max(0, (numbers.count > 1 ? numbers[1] : 1) - 1) & 7)
    guard final == UInt8(ascii: "~") else { return letterKey(final, held) }
    return switch numbers[0] {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }

  /// The key of a last letter; a small one is an arrow with shift on some terminals.
  private static func letterKey(_ letter: UInt8, _ held: TypedKey.Modifiers) -> TypedKey? {
    switch letter {
    case UInt8(ascii: "A"): .arrow(.up, held)
    case UInt8(ascii: "B"): .arrow(.down, held)
    case UInt8(ascii: "C"): .arrow(.right, held)
    case UInt8(ascii: "D"): .arrow(.left, held)
    case UInt8(ascii: "a"): .arrow(.up, .shift)
    case UInt8(ascii: "b"): .arrow(.down, .shift)
    case UInt8(ascii: "c"): .arrow(.right, .shift)
    case UInt8(ascii: "d"): .arrow(.left, .shift)
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    default: nil
    }
  }
}
