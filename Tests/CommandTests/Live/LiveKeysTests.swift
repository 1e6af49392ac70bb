import Testing

@testable import Command

@Suite struct LiveKeysTests {
  private var keys = LiveKeys()

  @Test(
    arguments: [
      (.character(" "), .pause), (.arrow(.up, []), .tempo(1)), (.arrow(.down, []), .tempo(-1)),
      (.arrow(.up, .shift), .tempo(10)), (.arrow(.down, .control), .tempo(-10)),
      (.pageUp, .tempo(10)), (.pageDown, .tempo(-10)), (.arrow(.right, []), .section(1)),
      (.arrow(.left, []), .section(-1)), (.arrow(.right, .shift), .section(1)),
      (.character("+"), .amount(1)), (.character("="), .amount(1)), (.character("-"), .amount(-1)),
      (.tab, .nextAmount), (.character("1"), .mute(1)), (.character("9"), .mute(9)),
      (.character("0"), .mute(10)), (.character("a"), .hearAll), (.character("p"), .panic),
      (.character("?"), .help), (.character("q"), .quit), (.control("d"), .quit), (.home, .begin),
      (.control("l"), .redraw), (.character("z"), nil), (.character("٣"), nil), (.escape, nil),
      (.enter, nil), (.control("a"), nil), (.character("!"), nil), (.character("ж"), nil),
    ] as [(TypedKey, LiveCommand?)])
  mutating func `a key has a command`(key: TypedKey, command: LiveCommand?) {
    #expect(keys.command(for: key) == command)
    #expect(!keys.isSolo)
  }

  @Test mutating func `a digit behind s is for solo, once`() {
    #expect(keys.command(for: .character("s")) == nil)
    #expect(keys.isSolo)
    #expect(keys.command(for: .character("3")) == .solo(3))
    #expect(!keys.isSolo)
    #expect(keys.command(for: .character("3")) == .mute(3))
    _ = keys.command(for: .character("s"))
    #expect(keys.command(for: .character("0")) == .solo(10))
  }

  @Test(arguments: [.character("s"), .escape, .character(" "), .arrow(.up, [])] as [TypedKey])
  mutating func `another key takes back what s began`(key: TypedKey) {
    _ = keys.command(for: .character("s"))
    let command = keys.command(for: key)
    var fresh = LiveKeys()
    if key != .character("s") { #expect(command == fresh.command(for: key)) }
    #expect(!keys.isSolo)
    #expect(keys.command(for: .character("2")) == .mute(2))
  }

  /// The help of `play` sets it in by two columns, and breaks what reaches beyond 80.
  @Test func `the help fits a terminal of 80 columns, set in by two`() {
    #expect(LiveKeys.help.split(separator: "\n").allSatisfy { $0.count + 2 < 80 })
  }
}
