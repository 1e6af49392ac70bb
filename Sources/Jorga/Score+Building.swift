public import Music

extension Score {
  /// A score that says something of the whole piece and has no tracks yet.
  ///
  ///     var score = Score(title: "Almaty nights", tempo: 122, seed: 7)
  ///     let drums = score.track("drums", steppe.blend(club, .ramp(0, 1, bars: 16)))
  ///     score.section("sagha", bars: 16, [drums], tempo: 124)
  public init(
    title: String? = nil, tempo: (any Control)? = nil, metre: String? = nil, key: String? = nil,
    seed: Int? = nil, bars: Int? = nil, pickup: Fraction? = nil
  ) {
    self.init()
    let remarks: [(String, (any Term)?)] = [
      ("title", title), ("tempo", tempo), ("metre", metre), ("key", key), ("seed", seed),
      ("bars", bars), ("pickup", pickup),
    ]
    for (word, term) in remarks { if let term { remark(word, [Argument(term)]) } }
  }

  /// Gives something a name, and says it once however often it is used.
  public mutating func define(_ name: String, _ strain: Strain) -> Strain {
    statements.append(Statement(.definition(name, strain.expression.inOrder)))
    return Strain(Expression(.name(name)))
  }

  /// Adds a track.
  ///
  /// - Returns: The track, to stand in sections.
  @discardableResult
  public mutating func track(_ label: String, _ strain: Strain) -> Strain {
    statements.append(Statement(.track(label, strain.expression.inOrder)))
    return Strain(Expression(.name(label)))
  }

  /// Adds a section in which some tracks play, perhaps changed.
  public mutating func section(
    _ name: String, bars: Int, _ tracks: [Strain], tempo: (any Control)? = nil,
    metre: String? = nil
  ) {
    remark(
      "section",
      [
        Argument(name), Argument(bars), Argument(tracks), Argument(tempo, "tempo"),
        Argument(metre, "metre"),
      ])
  }

  private mutating func remark(_ word: String, _ arguments: [Argument?]) {
    statements.append(
      Statement(.remark(Strain.word(word, arguments).expression.inOrder)))
  }
}

extension Expression {
  /// The same with the names of its functions counted from the outside: x, then y inside it; a name
  /// that stands for something else is passed over.
  fileprivate var inOrder: Expression {
    let taken = names
    let letters = (["x", "y", "z"] + (4...200).map { "x\($0)" }).filter { !taken.contains($0) }
    return renamed([:], letters[...])
  }

  /// All names in it that stand for themselves.
  private var names: Set<String> {
    switch form {
    case .number, .text: []
    case .name(let name): [name]
    case .list(let items): items.reduce(into: []) { $0.formUnion($1.names) }
    case .function(_, let body): body.names
    case .call(let call):
      call.arguments.reduce(into: call.receiver?.names ?? []) { $0.formUnion($1.value.names) }
    }
  }

  private func renamed(
    _ names: [String: String], _ letters: ArraySlice<String>
  ) -> Expression {
    switch form {
    case .number, .text: return self
    case .list(let items): return Expression(.list(items.map { $0.renamed(names, letters) }))
    case .name(let name): return Expression(.name(names[name] ?? name))
    case .function(let parameter, let body):
      let name = letters.first ?? parameter
      let inner = body.renamed(names.merging([parameter: name]) { $1 }, letters.dropFirst())
      return Expression(.function(parameter: name, body: inner))
    case .call(let call):
      let arguments = call.arguments.map {
        Argument($0.value.renamed(names, letters), label: $0.label)
      }
      let receiver = call.receiver?.renamed(names, letters)
      return Expression(.call(.init(call.word, arguments, of: receiver)))
    }
  }
}
