import Music

/// One measure: what heads it in a table, its key in JSON, and its value for a person and a program.
struct MeasureFigure {
  let head, key: String
  let text: String?
  let value: Value?

  /// A value as JSON has it: a ratio is exact, as a fraction in text.
  enum Value: Encodable {
    case number(Double)
    case ratio(String)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .ratio(let text): try container.encode(text)
      }
    }
  }

  /// All measures of a rhythm or of a voice, always the same ones in the same order.
  static func all(of measures: Measures) -> [MeasureFigure] {
    [
      count("onsets", "onsets", measures.onsets), ratio("density", "density", measures.density),
      count("off-beat", "offBeatness", measures.offBeatness),
      count("LHL", "lhl", measures.syncopation), count("Keith", "keith", measures.keith),
      ratio("WNBD", "wnbd", measures.noteToBeatDistance), count("Witek", "witek", measures.witek),
      decimal("evenness", "evenness", measures.evenness, digits: 3),
      decimal("balance", "balance", measures.balance, digits: 3),
      decimal("nPVI", "nPVI", measures.variability?.approximation, digits: 1),
      ratio("swing", "swing", measures.swing),
    ]
  }

  private static func count(_ head: String, _ key: String, _ value: Int?) -> MeasureFigure {
    MeasureFigure(
      head: head, key: key, text: value.map { "\($0)" }, value: value.map { .number(Double($0)) })
  }

  private static func ratio(_ head: String, _ key: String, _ value: Fraction?) -> MeasureFigure {
    let text = value.map { $0.denominator == 1 ? "\($0.numerator)" : $0.description }
    return MeasureFigure(head: head, key: key, text: text, value: text.map(Value.ratio))
  }

  /// A value, not below 0, that has so many digits behind the point for a person.
  private static func decimal(
    _ head: String, _ key: String, _ value: Double?, digits: Int
  ) -> MeasureFigure {
    let unit = (0..<digits).reduce(1) { power, _ in power * 10 }
    let text = value.map { value in
      let parts = Int((value * Double(unit)).rounded())
      return "\(parts / unit)." + "\(unit + parts % unit)".dropFirst()
    }
    return MeasureFigure(head: head, key: key, text: text, value: value.map(Value.number))
  }

  /// Measures by their keys.
  static func values(_ figures: [MeasureFigure]) -> [String: Value?] {
    Dictionary(uniqueKeysWithValues: figures.map { ($0.key, $0.value) })
  }
}
