public import Music

extension Score: CustomStringConvertible {
  /// The score as text that reads back the same, one statement a line.
  public var description: String {
    statements.map { "\($0)\n" }.joined()
  }
}

extension Score.Statement: CustomStringConvertible {
  /// The statement as it is written.
  public var description: String {
    switch form {
    case .definition(let name, let value): "let \(name) = \(value)"
    case .track(let label, let value): "\(label): \(value)"
    case .remark(let value): "\(value)"
    }
  }
}

extension Expression: CustomStringConvertible {
  /// The expression as it is written.
  public var description: String {
    switch form {
    case .number(let numeral): "\(numeral)"
    case .text(let text): Self.quoted(text)
    case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
    case .name(let name): name
    case .call(let call): "\(call)"
    case .function(let parameter, let body): "\(parameter) => \(body)"
    }
  }

  /// A text in the quotes that can hold it.
  private static func quoted(_ text: String) -> String {
    if text.contains(where: \.isNewline), !text.contains("`") { return "`\(text)`" }
    let escaped = text.map { character in
      switch character {
      case "\"", "\\": "\\\(character)"
      case _ where character.isNewline: "\\n"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension Expression.Numeral: CustomStringConvertible {
  /// The number in its way of writing; a ratio where a decimal would not end.
  public var description: String {
    switch style {
    case .ratio: value.description
    case .decimal: value.decimal
    case .percent: (try? value * 100).map { "\($0.decimal)%" } ?? value.description
    }
  }
}

extension Expression.Call: CustomStringConvertible {
  /// The call with what stands before its dot.
  public var description: String {
    let given = arguments.map { argument in
      (argument.label.map { "\($0): " } ?? "") + argument.value.description
    }
    let call = "\(word)(\(given.joined(separator: ", ")))"
    guard let receiver else { return call }
    if case .function = receiver.form { return "(\(receiver)).\(call)" }
    return "\(receiver).\(call)"
  }
}
