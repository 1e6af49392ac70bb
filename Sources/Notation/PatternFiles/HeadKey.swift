/// What a line in the head of a pattern file can say, in the order in which it is written.
enum HeadKey: String, CaseIterable {
  case name, native, gloss, region, metre, grid, tempo, feel, evidence, source, tags, note

  /// Whether a pattern file is refused without it.
  var isRequired: Bool {
    switch self {
    case .native, .gloss, .region, .feel, .tags, .note: false
    default: true
    }
  }
}

/// What a line below a row can say of its notes, in the order in which it is written.
enum RowProperty: String, CaseIterable {
  case velocity, length, shift, feel, key, evidence
}
