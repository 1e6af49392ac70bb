extension String {
  /// The text with a dot for each character that would do more to a terminal than stand there.
  ///
  /// Tabs stay.
  public var printable: String {
    String(map { $0 == "\t" || !$0.isControlling ? $0 : "·" })
  }
}

extension String {
  /// The text, or the beginning of a long one.
  var excerpt: String {
    count <= 40 ? self : "\(prefix(40))…"
  }
}

extension Character {
  /// Whether it moves, colours or hides other characters instead of being one.
  fileprivate var isControlling: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
