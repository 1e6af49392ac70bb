import Scores

/// Expressions of a score, made by chance of all words that make or change patterns.
struct RandomExpression<Generator: RandomNumberGenerator> {
  var random: Generator

  init(using random: Generator) {
    self.random = random
  }

  private mutating func one(of texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  /// A pattern, at most some words deep.
  mutating func pattern(depth: Int) -> String {
    guard depth > 0 else { return one(of: Self.leaves) }
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let name = one(of: Self.sources.keys.sorted())
      return call(Self.sources[name] ?? "", depth: depth)
    case 1: return one(of: Self.leaves)
    default:
      let name = one(of: Self.changes.keys.sorted())
      let subject = pattern(depth: depth - 1)
      let inner = call(one(of: Self.changes[name] ?? []), depth: depth)
      return "\(subject).\(name)(\(inner))"
    }
  }

  /// A number that may change.
  mutating func part() -> String { one(of: Self.parts) }

  /// A text in which `P` stands for a pattern, `F` for what a function does and `A` for a number.
  private mutating func call(_ template: String, depth: Int) -> String {
    var text = ""
    for sign in template {
      switch sign {
      case "P": text += pattern(depth: depth - 1)
      case "F":
        let name = one(of: Self.changes.keys.sorted())
        text += "x => x.\(name)(\(call(one(of: Self.changes[name] ?? []), depth: depth - 2)))"
      case "A": text += part()
      default: text.append(sign)
      }
    }
    return depth > 0 ? text : text.replacing("P", with: "s(\"bd\")")
  }
}

extension RandomExpression {
  static var leaves: [String] {
    [
      #"s("bd*4, ~ sd ~ sd")"#, #"s("hh*8")"#, #"s("bd(3,8) [~ cp]")"#,
      #"s("<bd sd> hh? [cb|rim]")"#,
      #"note("c3 [e3 g3] ~ <a3 b3>/2")"#, #"note("c3@3 e3, g2/2")"#,
      #"n("0 2 [4 -1] 7").scale("d dorian")"#, #"chord("<dm7 g7>")"#, #"pattern("house-classic")"#,
      #"pattern("balbyrauyn-core")"#, #"pattern("adai-turn")"#, "silence", #"pure("bd")"#,
    ]
  }

  /// Calls of the words that make patterns of patterns.
  static var sources: [String: String] {
    [
      "stack": "stack(P, P)", "cat": "cat(P, P, P)", "fastcat": "fastcat(P, P)",
      "arrange": "arrange([1, P], [2, P])", "blend": "blend(P, P, A)",
      "interlock": "interlock(P, P, A)", "hocket": "hocket(P, P, A)",
      "alternate": "alternate(P, P, A)",
    ]
  }

  /// What stands in the brackets of each word that changes patterns.
  static var changes: [String: [String]] {
    [
      "fast": ["2", "3/2", #""<1 2>""#], "slow": ["2", "3", "4/3"], "early": ["1/8", "3/2"],
      "late": ["1/8", #""0 0.25""#], "rev": [""], "palindrome": [""], "iter": ["4", "3"],
      "ply": ["2", "3"], "segment": ["4", "6"], "euclid": ["3, 8", "5, 8, 2"],
      "struct": [#""x ~ x x""#, #""x? x*2""#], "strokes": ["P"], "every": ["2, F", "3, F"],
      "off": ["1/8, F", "1/3, F"], "mask": [#""1 0 1 1""#, #""<1 0>""#], "only": [#""bd melody""#],
      "without": [#""hh""#], "rename": [#"kick: "snare""#], "degradeBy": ["A"],
      "sometimesBy": ["A, F"], "sometimes": ["F"], "humanize": ["10"], "add": ["2", #""0 1""#],
      "mul": ["2"], "transpose": ["5", "-1/2"], "arp": [#""up""#, #""updown""#, #""0 [0,2] 1""#],
      "scale": [#""c minor""#], "velocity": ["A"], "gain": ["A", "1.2"], "legato": ["1/2", "3"],
      "swing": ["60%"], "groove": [#""samba4""#, #"pattern("samba-batucada"), A"#],
      "keep": ["A"], "fill": ["20%"], "syncopate": ["0.5, P"], "choke": [""],
      "resolve": ["", "200"],
      "lead": ["1"], "fit": [#""stretch""#], "morphMetre": [#""7/8", A"#, #""5/8""#],
    ]
  }

  static var parts: [String] {
    [
      "0", "1", "0.5", "30%", #""0.2 0.8""#, #""<0 0.5 1>""#, "rand", "perlin.slow(2)", "sine",
      "ramp(0, 1, 4)", "smooth(1, 0, 3)", "tri.slow(4).segment(1)", "saw.range(0.2, 0.7).late(1/4)",
      "square", "cc(1, 0.4)",
    ]
  }
}
