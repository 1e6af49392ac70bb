import Music

/// The text of an SVG file, put together element by element.
///
/// Source: W3C, *Scalable Vector Graphics (SVG) 1.1* (2011); what may stand in a text is that of
/// *Extensible Markup Language (XML) 1.0*, 2.2.
struct SVGText {
  private(set) var text = ""
  private var depth = 0

  /// An element without content.
  mutating func element(_ name: String, _ attributes: [(String, String)]) {
    line("<\(name)\(Self.list(attributes))/>")
  }

  /// An element that holds nothing but text.
  ///
  /// A note stands behind it, in soft letters of another size.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], text: String,
    note: (text: String, size: String)? = nil
  ) {
    let span = note.map { note in
      let attributes = [("dx", "5"), ("font-size", note.size)] + Palette.soft.fill
      return "<tspan\(Self.list(attributes))>\(note.text.inXML)</tspan>"
    }
    line("<\(name)\(Self.list(attributes))>\(text.inXML)\(span ?? "")</\(name)>")
  }

  /// An element that holds others.
  mutating func element(
    _ name: String, _ attributes: [(String, String)], content: (inout SVGText) -> Void
  ) {
    line("<\(name)\(Self.list(attributes))>")
    depth += 1
    content(&self)
    depth -= 1
    line("</\(name)>")
  }

  private mutating func line(_ line: String) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  private static func list(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\($0.1.inXML)\"" }.joined()
  }
}

extension String {
  /// The text with the signs of XML as references, and without characters that it has no place for.
  var inXML: String {
    var text = ""
    for scalar in unicodeScalars where scalar.isShownInXML {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether it is a character of XML that stands there, and does not turn the writing around.
  ///
  /// The joiners (200C, 200D) shape the letters of Arabic and Indian writing.
  fileprivate var isShownInXML: Bool {
    if value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) { return false }
    switch properties.generalCategory {
    case .control, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: return false
    case .format: return value == 0x200C || value == 0x200D
    default: return true
    }
  }
}

extension Double {
  /// The number with two decimals at most.
  var inSVG: String {
    let hundredths = Int((self * 100).rounded())
    return Fraction(hundredths, 100).decimal
  }
}
