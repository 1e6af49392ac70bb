import Music

/// The colours of a poster, on light and on dark paper.
enum Palette: String, CaseIterable {
  case paper, tile, line, soft, ink
  case low, backbeat, timeline, melodic

  /// The colour of what a voice plays.
  init(of voice: Voice) {
    self =
      switch voice.role {
      case .low, .drone: .low
      case .backbeat: .backbeat
      case .timeline: .timeline
      case .melodic: .melodic
      }
  }

  /// The colour on light paper: madder, ochre, turquoise and indigo, as felt carpets are dyed.
  private var light: String {
    switch self {
    case .paper: "#fffdf7"
    case .tile: "#f3eee3"
    case .line: "#cdc4b3"
    case .soft: "#6f685c"
    case .ink: "#25211b"
    case .low: "#b3392c"
    case .backbeat: "#c07f0a"
    case .timeline: "#0f8797"
    case .melodic: "#2f4f9a"
    }
  }

  private var dark: String {
    switch self {
    case .paper: "#16181d"
    case .tile: "#22252d"
    case .line: "#474c58"
    case .soft: "#a8a297"
    case .ink: "#f4f0e6"
    case .low: "#ea7264"
    case .backbeat: "#ecb64a"
    case .timeline: "#45c3d2"
    case .melodic: "#8fadf5"
    }
  }

  /// What fills a shape with it, and lets dark paper change it.
  var fill: [(String, String)] { [("class", "\(rawValue)"), ("fill", light)] }

  /// What draws a line with it.
  var stroke: [(String, String)] { [("class", "\(rawValue)-line"), ("stroke", light)] }

  /// The rules for readers who ask for dark pages.
  ///
  /// The colours stand at the shapes, so that a program that knows no rules draws the light ones.
  static var rules: String {
    let rules = allCases.map { colour in
      ".jorga .\(colour.rawValue){fill:\(colour.dark)}"
        + ".jorga .\(colour.rawValue)-line{stroke:\(colour.dark)}"
    }
    return "@media (prefers-color-scheme:dark){\(rules.joined())}"
  }
}
