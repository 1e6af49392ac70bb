import Music
import Testing

@testable import Command

/// Source of the sequences: *XTerm Control Sequences*, PC-style function keys; the manual pages of
/// `console_codes` and rxvt for theirs.
@Suite struct KeyParserTests {
  private static let known: [(String, [TypedKey])] = [
    (" ", [.character(" ")]), ("q?9", [.character("q"), .character("?"), .character("9")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
    ("\u{8}", [.backspace]), ("\u{4}", [.control("d")]), ("\u{C}", [.control("l")]),
    ("\u{1B}[A", [.arrow(.up, [])]), ("\u{1B}[B", [.arrow(.down, [])]),
    ("\u{1B}[C", [.arrow(.right, [])]), ("\u{1B}[D", [.arrow(.left, [])]),
    ("\u{1B}OA", [.arrow(.up, [])]), ("\u{1B}OD", [.arrow(.left, [])]),
    ("\u{1B}[1;2A", [.arrow(.up, .shift)]), ("\u{1B}[1;5C", [.arrow(.right, .control)]),
    ("\u{1B}[1;3B", [.arrow(.down, .alt)]), ("\u{1B}[1;6D", [.arrow(.left, [.shift, .control])]),
    ("\u{1B}[a", [.arrow(.up, .shift)]), ("\u{1B}[H", [.home]), ("\u{1B}[F", [.end]),
    ("\u{1B}OH", [.home]), ("\u{1B}[1~", [.home]), ("\u{1B}[4~", [.end]), ("\u{1B}[7~", [.home]),
    ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]), ("\u{1B}[6;5~", [.pageDown]),
    ("\u{1B}[3~", [.delete]), ("\u{1B}OM", [.enter]),
    ("ұ", [.character("ұ")]), ("ё€𝄞", [.character("ё"), .character("€"), .character("𝄞")]),
    ("\u{1B}q", [.escape, .character("q")]), ("\u{1B}\u{1B}[A", [.escape, .arrow(.up, [])]),
    ("\u{1B}[[A", []), ("\u{1B}[15~", []), ("\u{1B}[2~", []), ("\u{1B}OP", []),
    ("\u{1B}[?1;2c", []), ("\u{1B}[<0;3;4M", []), ("\u{1B}[200~", []),
    ("\u{1B}[99999999999999999999999;5A", [.arrow(.up, .control)]),
    ("\u{1B}[12\rq", [.enter, .character("q")]), ("\u{1B}[\u{1B}[A", [.arrow(.up, [])]),
    ("\u{0}\u{1C}\u{1F}", []), ("\u{85}", []),
  ]

  @Test(arguments: known) func `a key is known by its bytes`(text: String, keys: [TypedKey]) {
    var parser = KeyParser()
    #expect(parser.read(text.utf8) == keys)
    #expect(!parser.isWaiting)
    #expect(parser.settle().isEmpty)
  }

  /// Law: it does not matter how the bytes are cut into reads.
  @Test(arguments: UInt64(1)...100) func `a read may end anywhere`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<30 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.append(.random(in: 0...255, using: &random))
      case 1: bytes += [0x1B, UInt8(ascii: "["), .random(in: 0x20...0x7E, using: &random)]
      default: bytes += Self.known[.random(in: 0..<Self.known.count, using: &random)].0.utf8
      }
    }
    var (whole, cut) = (KeyParser(), KeyParser())
    let keys = whole.read(bytes)
    var pieces: [TypedKey] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = min(rest.count, .random(in: 1...5, using: &random))
      pieces += cut.read(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(pieces == keys)
    #expect(whole.settle() == cut.settle())
  }

  /// Law: after any three bytes the parser is at most one sequence away from knowing keys again.
  @Test func `no bytes confuse it for long`() {
    let bytes: [UInt8] = [
      0, 0x1B, 0x20, 0x3B, 0x41, 0x4F, 0x5B, 0x7E, 0x7F, 0x80, 0xBF, 0xC0, 0xC3, 0xE2, 0xF0, 0xF4,
      0xFF,
    ]
    for a in bytes {
      for b in bytes {
        for c in bytes {
          var parser = KeyParser()
          _ = parser.read([a, b, c])
          _ = parser.settle()
          _ = parser.read("~~q".utf8)
          #expect(parser.read("\u{1B}[A".utf8) == [.arrow(.up, [])])
        }
      }
    }
  }

  @Test func `an escape is a key where nothing follows`() {
    var parser = KeyParser()
    #expect(parser.read([0x1B]).isEmpty)
    #expect(parser.isWaiting)
    #expect(parser.settle() == [.escape])
    #expect(!parser.isWaiting)
    #expect(parser.read([0x1B]).isEmpty)
    #expect(parser.read("[A".utf8) == [.arrow(.up, [])])
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}O", "\u{1B}[1;5", "\u{1B}[["])
  func `a key that is not finished for a while is given up`(text: String) {
    var parser = KeyParser()
    #expect(parser.read(text.utf8).isEmpty)
    #expect(parser.isWaiting)
    #expect(parser.settle().isEmpty)
    #expect(parser.read("q".utf8) == [.character("q")])
  }

  @Test func `what is no UTF-8 is left out`() {
    var parser = KeyParser()
    #expect(parser.read([0xC3, 0x28]) == [.character("(")])
    #expect(parser.read([0xE2, 0x82]).isEmpty)
    #expect(parser.read([0x71]) == [.character("q")])
    #expect(parser.read([0xF5, 0x80, 0xED, 0xA0, 0x80, 0xC0, 0xAF, 0x71]) == [.character("q")])
  }

  @Test func `a sequence that is too long is no keys`() {
    var parser = KeyParser()
    #expect(parser.read("\u{1B}[".utf8).isEmpty)
    #expect(parser.read(String(repeating: "1;", count: 1000).utf8).isEmpty)
    #expect(parser.read("~q".utf8) == [.home, .character("q")])
  }
}
