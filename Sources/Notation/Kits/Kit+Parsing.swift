public import Music

extension Kit {
  /// Reads a kit file: what it says is laid over another kit.
  ///
  ///     let pads = try Kit(parsing: "kick 36\nsnare d2", name: "my.kit", over: .generalMIDI)
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - name: The file as the user named it, for errors.
  ///   - base: What plays the voices that the file does not speak of.
  /// - Throws: ``NotationError``, pointing at the first word that is wrong.
  /// - Complexity: O(n) for n characters.
  public init(parsing text: String, name: String, over base: Kit) throws(NotationError) {
    let source = SourceText(name: name, text)
    guard source.characters.count <= Bounds.fileBytes else {
      throw NotationError(.tooLong(limit: Bounds.fileBytes), at: 0, of: source)
    }
    self = base
    var reader = KitReader(base: base)
    for line in source.lines { try reader.read(line, into: &self) }
  }
}

/// Reads the lines of a kit file.
private struct KitReader {
  let base: Kit
  private var said: Set<String> = []

  init(base: Kit) {
    self.base = base
  }

  mutating func read(_ line: Field, into kit: inout Kit) throws(NotationError) {
    let words = line.words
    guard let first = words.first, first.characters.first != "#" else { return }
    let name = first.text
    guard said.insert(name).inserted else { throw first.error(.keyTwice(name)) }
    guard words.count > 1 else { throw first.error(.emptyValue(name)) }
    let rest = words.dropFirst()
    switch name {
    case "name":
      let range = rest[rest.startIndex].range.lowerBound..<line.range.upperBound
      kit.name = Field(source: line.source, range: range).text
    case "drums": kit.drumSet = try instrument(rest, over: nil, kit)
    case "others": kit.others = try instrument(rest, over: base.others, kit)
    default:
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
        throw first.error(.badVoice(name))
      }
      kit.byVoice[Voice(name)] = try instrument(rest, over: base[Voice(name)], kit)
    }
  }

  /// A sound and its settings; what is not said is as it was.
  private func instrument(
    _ words: ArraySlice<Field>, over base: Instrument?, _ kit: Kit
  ) throws(NotationError) -> Instrument {
    var words = words
    var instrument = base ?? .drum(Key(clamping: 60))
    if let word = words.first, let key = Self.key(word) {
      instrument = .drum(key)
      words.removeFirst()
    }
    while let word = words.popFirst() {
      guard let value = words.popFirst() else { throw word.error(.nothingAfter(word.text)) }
      if word.text == "as" {
        guard let other = kit.byVoice[Voice(value.text)] else {
          let names = kit.byVoice.keys.map(\.name).sorted()
          let nearest = Suggestion.nearest(to: value.text, among: names)
          throw value.error(.noInstrument(value.text, nearest: nearest))
        }
        instrument = other
      } else {
        try set(word, value, in: &instrument)
      }
    }
    return instrument
  }

  private static let settings = ["as", "program", "key", "channel", "bank", "volume", "pan"]

  private func set(
    _ word: Field, _ value: Field, in instrument: inout Instrument
  ) throws(NotationError) {
    switch word.text {
    case "program":
      let program = Program(clamping: try value.number(in: Program.numbers))
      instrument.sound = .program(program, instrument.usualKey)
    case "key":
      guard let key = Self.key(value) else { throw value.error(.badKey(value.text)) }
      switch instrument.sound {
      case .drum: instrument.sound = .drum(key)
      case .program(let program, _): instrument.sound = .program(program, key)
      }
    case "channel":
      instrument.channel = Channel(clamping: try value.number(in: Channel.numbers))
    case "bank": instrument.bank = Bank(try value.number(in: Bank.numbers))
    case "volume": instrument.volume = Level(clamping: try value.number(in: Level.values))
    case "pan": instrument.pan = Level(clamping: try value.number(in: Level.values))
    default:
      let nearest = Suggestion.nearest(to: word.text, among: Self.settings)
      throw word.error(.unknownSetting(word.text, nearest: nearest, among: Self.settings))
    }
  }

  /// A key by its number or its name.
  private static func key(_ field: Field) -> Key? {
    let text = field.text
    return Int(text).map { Key($0) } ?? Key(name: text)
  }
}

extension Instrument {
  fileprivate var usualKey: Key {
    switch sound {
    case .drum(let key), .program(_, let key): key
    }
  }
}

extension Field {
  /// A whole number in a range.
  fileprivate func number(in range: ClosedRange<Int>) throws(NotationError) -> Int {
    guard let number = Int(text), range.contains(number) else {
      throw error(.outOfRange(text, low: range.lowerBound, high: range.upperBound))
    }
    return number
  }
}

extension SourceText {
  /// The lines without the blanks around them.
  fileprivate var lines: [Field] {
    var lines: [Field] = []
    var begin = 0
    while begin < characters.count {
      var end = begin
      while end < characters.count, !isNewline(at: end) { end += 1 }
      lines.append(Field(source: self, range: begin..<end).trimmed)
      begin = end + 1
    }
    return lines
  }
}
