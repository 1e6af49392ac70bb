import Foundation
import FoundationXML

/// An SVG file as a reader of XML finds it.
final class Sheet: NSObject, XMLParserDelegate {
  /// The texts, each with its notes.
  private(set) var texts: [String] = []
  private(set) var title = ""
  private(set) var classes: Set<String> = []
  /// How many shapes stand in a group of a colour.
  private(set) var beads: [String: Int] = [:]
  /// What lies beside the paper, or has no place.
  private(set) var strangers: [String] = []

  private var paper = (width: 0.0, height: 0.0)
  private var elements: [(name: String, attributes: [String: String])] = []
  private var text = ""

  /// Reads a file, or gives nothing where it is not well-formed.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse(), elements.isEmpty, paper.width > 0 else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "svg" {
      let box = attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) } ?? []
      if box.count == 4, box[0] == 0, box[1] == 0 { paper = (box[2], box[3]) }
    }
    if let colour = attributes["class"] { classes.insert(colour) }
    if name == "path", let group = elements.last, group.name == "g",
      let colour = group.attributes["class"]
    {
      beads[colour, default: 0] += 1
    }
    check(name, attributes)
    elements.append((name, attributes))
    if name == "text" || name == "title" { text = "" }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    elements.removeLast()
    if name == "text" { texts.append(text) }
    if name == "title" { title = text }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
  }

  private func check(_ name: String, _ attributes: [String: String]) {
    func number(_ key: String) -> Double { attributes[key].flatMap { Double($0) } ?? .nan }
    switch name {
    case "rect":
      check(name, number("x").isNaN ? 0 : number("x"), number("y").isNaN ? 0 : number("y"))
      let (x, y) = (number("x").isNaN ? 0 : number("x"), number("y").isNaN ? 0 : number("y"))
      check(name, x + number("width"), y + number("height"))
      if !(number("width") > 0 && number("height") > 0) { strangers.append("an empty rect") }
    case "circle":
      check(name, number("cx") - number("r"), number("cy") - number("r"))
      check(name, number("cx") + number("r"), number("cy") + number("r"))
    case "text": check(name, number("x"), number("y"))
    case "path":
      // The points that are moved or drawn to, with both of their coordinates.
      let places = (attributes["d"] ?? "").matches(of: /[ML](-?[0-9.]+) (-?[0-9.]+)/)
      if places.isEmpty { strangers.append("a path without a point") }
      for place in places { check(name, Double(place.1) ?? .nan, Double(place.2) ?? .nan) }
    default: break
    }
  }

  private func check(_ name: String, _ x: Double, _ y: Double) {
    guard x >= 0, x <= paper.width, y >= 0, y <= paper.height else {
      return strangers.append("\(name) at \(x) \(y)")
    }
  }
}
