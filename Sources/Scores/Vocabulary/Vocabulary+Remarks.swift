import Composer
import Music
import Notation

extension Vocabulary {
  /// Words that say something of the whole piece.
  static let remarks: [Word] = [
    Word(
      "title", .remark, [.one("text", "a text")], "What the piece is called.",
      example: "title(\"Steppe\")\na: s(\"bd\")"
    ) { reading throws(ScoreError) in
      let text = try reading.text("text")
      return try reading.noted(\.title, text)
    },
    Word(
      "tempo", .remark,
      [.one("rate", "quarter notes a minute, from 4 to 1000, or a ramp such as ramp(118, 126)")],
      """
      How fast, in quarter notes a minute: 120 where nothing is said. A ramp leads from one tempo \
      to another over the piece.
      """,
      example: "tempo(96)\na: s(\"bd\")"
    ) { reading throws(ScoreError) in
      let pace = try reading.pace("rate")
      return try reading.noted(\.tempo, pace)
    },
    Word(
      "metre", .remark,
      [.many("metres", "a metre such as \"4/4\" or \"7/8 (3+2+2)\"")],
      "How bars are counted: 4/4 where nothing is said. Bars take several metres in turn.",
      example: "metre(\"7/8\")\na: s(\"bd*7\")"
    ) { reading throws(ScoreError) in
      let metres = try reading.metres(reading.arguments("metres").map(\.value))
      return try reading.noted(\.metres, metres)
    },
    Word(
      "seed", .remark, [.one("number", "a whole number from 0 on")],
      "The number that decides what is left to chance: another seed, another variant.",
      example: "seed(7)\na: s(\"hh*8?\")"
    ) { reading throws(ScoreError) in
      let number = try reading.whole("number", in: 0...Int.max).map(UInt64.init)
      return try reading.noted(\.seed, number)
    },
    Word(
      "key", .remark, [.one("name", "a key such as \"d minor\" or \"eb major\"")],
      "The key signature of the piece; it changes no note.",
      example: "key(\"d minor\")\na: note(\"d3 f3\")"
    ) { reading throws(ScoreError) in
      let name = try reading.text("name") ?? ""
      guard let key = KeySignature(name: name) else {
        throw reading.checker.error(
          .outOfRange("'name'", found: "'\(name)'", expected: reading.expected("name")),
          at: reading.argument("name")?.place ?? reading.call.place)
      }
      return try reading.noted(\.key, key)
    },
    Word(
      "bars", .remark, [.one("number", "a whole number from 1 to \(Bounds.pieceBars)")],
      "How many bars a score without sections has: 32 where nothing is said.",
      example: "bars(4)\na: s(\"bd\")"
    ) { reading throws(ScoreError) in
      let number = try reading.whole("number", in: 1...Bounds.pieceBars)
      return try reading.noted(\.bars, number)
    },
    Word(
      "pickup", .remark, [.one("beats", "quarter notes, such as 1 or 1/2, up to 16")],
      """
      A short bar before the first, so many quarter notes long: the tracks of the first section \
      play there the end of the bar that would be before it.
      """,
      example: "pickup(1)\na: s(\"bd hh sd hh\")"
    ) { reading throws(ScoreError) in
      let beats = try reading.number("beats", in: Fraction(1, 16)...16)
      guard let beats, Metre(length: beats) != nil else {
        throw reading.outOfRange("beats", reading.argument("beats") ?? Expression(.list([])))
      }
      return try reading.noted(\.pickup, beats)
    },
    Word(
      "section", .remark,
      [
        .one("name", "the name of the section in quotes"),
        .one("bars", "a whole number from 1 to \(Bounds.pieceBars)"),
        .one("tracks", "a list of tracks, such as [drums, bass]"),
        .optional("tempo", "quarter notes a minute, or a ramp such as ramp(118, 126)"),
        .optional("metre", "a metre such as \"7/8\", or a list of metres that take turns"),
      ],
      """
      A part of the piece: some bars, and the tracks that play in them, perhaps changed. Sections \
      follow one another; each is a marker in the file. A track counts its cycles from the bar in \
      which it first sounds.
      """,
      example: "a: s(\"bd hh\")\nsection(\"one\", 1, [a])\nsection(\"two\", 1, [a.fast(2)])"
    ) { reading throws(ScoreError) in
      let section = try reading.section()
      reading.checker.header.sections.append(section)
      return .nothing
    },
  ]
}

extension Reading {
  /// Writes something down that a score says once.
  fileprivate func noted<Content>(
    _ entry: WritableKeyPath<Header, Content?>, _ content: Content?
  ) throws(ScoreError) -> Meaning {
    guard checker.header[keyPath: entry] == nil else {
      throw checker.error(.saidTwice(word.name), at: call.place)
    }
    checker.header[keyPath: entry] = content
    return .nothing
  }

  fileprivate func pace(_ name: String) throws(ScoreError) -> Pace? {
    guard let expression = argument(name) else { return nil }
    let meaning = try meaning(of: expression)
    switch meaning {
    case .number(let rate):
      guard Pace.rates.contains(rate) else { throw outOfRange(name, expression) }
      return Pace(first: rate, last: rate)
    case .signal(.ramp(let from, let to, _)):
      guard Pace.rates.contains(from), Pace.rates.contains(to) else {
        throw outOfRange(name, expression)
      }
      return Pace(first: from, last: to)
    default: throw wrongKind(name, meaning, expression)
    }
  }

  /// A metre, written as a text.
  func metre(_ name: String) throws(ScoreError) -> Metre {
    guard let expression = argument(name) else { return .common }
    return try metres([expression])[0]
  }

  fileprivate func metres(_ expressions: [Expression]) throws(ScoreError) -> [Metre] {
    var metres: [Metre] = []
    for expression in expressions {
      let meaning = try meaning(of: expression)
      switch meaning {
      case .text(let text):
        do {
          metres.append(try Metre(parsing: text, name: checker.source.name))
        } catch {
          throw checker.error(
            .notation(
              NotationError(error.fault, at: expression.place.start, of: checker.source)),
            at: expression.place)
        }
      case .list(let items) where !items.isEmpty: metres += try self.metres(items)
      default: throw wrongKind("metre", meaning, expression)
      }
    }
    return metres
  }

  fileprivate func section() throws(ScoreError) -> Section {
    let (name, bars) = (try text("name") ?? "", try whole("bars", in: 1...Bounds.pieceBars) ?? 1)
    let pace = try pace("tempo")
    let counted = try argument("metre").map { metre throws(ScoreError) in try metres([metre]) }
    var strains: [Strain] = []
    if let expression = argument("tracks") {
      guard case .list(let items) = try meaning(of: expression) else {
        throw checker.error(.notASection, at: expression.place)
      }
      for item in items {
        guard case .strain(let strain) = try meaning(of: item), strain.track != nil else {
          throw checker.error(.notATrack, at: item.place)
        }
        guard !strains.contains(where: { $0.track == strain.track }) else {
          throw checker.error(.givenTwice("'\(strain.track ?? "")'"), at: item.place)
        }
        strains.append(strain)
      }
    }
    return Section(name: name, bars: bars, strains: strains, pace: pace, metres: counted)
  }
}
