import Testing

/// What a user or a file says must not take over the terminal it is printed on.
@Suite struct ControlCharacterTests {
  private static let escape = "\u{1B}[31m"

  private let folder = Folder()

  @Test(arguments: [
    ["show", "bd \(escape)("], ["show", "nothing\(escape)"], ["show", "nothing\(escape).pattern"],
    ["show", "bd\u{7}"], ["show", "bd\u{202E}hh"], ["show", "bd\u{9B}31m"], ["show", "bd\u{2028}"],
    ["show", "bd\u{200B}hh", "--events"], ["check", "none\(escape).pattern", "bd(\(escape)"],
    ["render", "--pattern", "zz\u{8}", "-o", "x.mid"],
    ["render", "--pattern", "bd", "-o", "x\(escape).mid"],
    ["render", "--pattern", "bd", "-o", "nowhere\(escape)/x.mid"],
    ["list", "--patterns", "nowhere\(escape)"], ["blend", "bd", "sd\(escape)"],
  ])
  func `an argument is printed without its control characters`(arguments: [String]) throws {
    let outcome = try Jorga.run(arguments, in: folder)
    #expect(controls(in: outcome.output + outcome.errors) == [])
  }

  @Test(arguments: [
    ["\(escape)"], ["list", "--\(escape)"], ["list", "--metre", "\(escape)"],
    ["show", "bd", "--metre", "\(escape)"], ["show", "bd", "--seed", "\(escape)"],
    ["blend", "bd", "sd", "--fit", "\(escape)"], ["blend", "bd", "sd", "--sweep", "\(escape)"],
    ["blend", "bd", "sd", "--at", "\(escape)"],
    ["render", "--pattern", "bd", "-o", "x.mid", "--bars", "\(escape)"],
  ])
  func `a command line that makes no sense is printed without them too`(
    arguments: [String]
  ) throws {
    let outcome = try Jorga.run(arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(controls(in: outcome.output + outcome.errors) == [])
  }

  @Test(arguments: ["name", "native", "gloss", "region", "source", "tags", "note"])
  func `a head line with control characters is refused or printed without them`(
    key: String
  ) throws {
    try folder.writePattern("mine/good")
    let text = try folder.text(of: "mine/good.pattern")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(key) }
    try folder.write(
      "\(key.padded)x\(Self.escape)\u{202E}y\n" + lines.joined(separator: "\n"),
      to: "mine/good.pattern")
    for arguments in [
      ["show", "mine/good.pattern"], ["check", "mine/good.pattern"],
      ["list", "--patterns", "mine"], ["blend", "mine/good.pattern", "bd"],
      ["render", "--pattern", "mine/good.pattern", "-o", "x.mid"],
    ] {
      let outcome = try Jorga.run(arguments, in: folder)
      #expect(controls(in: outcome.output + outcome.errors) == [], "\(arguments)")
    }
  }

  @Test func `the name of a file is printed without them`() throws {
    try folder.writePattern("mine/x\(Self.escape)y")
    for arguments in [
      ["list", "--patterns", "mine"], ["show", "mine/x\(Self.escape)y.pattern"],
      ["show", "x\(Self.escape)z", "--patterns", "mine"],
    ] {
      let outcome = try Jorga.run(arguments, in: folder)
      #expect(controls(in: outcome.output + outcome.errors) == [], "\(arguments)")
    }
  }

  /// The characters that do something to a terminal; newline and tab are ours.
  private func controls(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n" && scalar != "\t"
      case .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}

extension String {
  /// A key of a pattern file with its blanks.
  fileprivate var padded: String { self + String(repeating: " ", count: 10 - count) }
}
