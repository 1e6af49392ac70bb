import Music

/// The shape of a stroke: the stronger, the larger.
///
/// Down- and up-strokes point down and up, a ghost note and an open string are hollow, a damped
/// stroke is crossed out.
struct Bead {
  /// How it is struck.
  let stroke: Stroke

  /// The outline around a point, for an accent of some radius; holes by the even-odd rule.
  func path(at centre: Point, radius: Double) -> String {
    let size = stroke.isAccented ? radius : radius * 0.72
    switch stroke {
    case .accent, .normal: return Self.disc(centre, size)
    case .ghost: return Self.disc(centre, radius * 0.5) + Self.disc(centre, radius * 0.25)
    case .open: return Self.disc(centre, radius * 0.78) + Self.disc(centre, radius * 0.46)
    case .accentedDown, .down: return Self.triangle(centre, size * 1.12, up: false)
    case .accentedUp, .up: return Self.triangle(centre, size * 1.12, up: true)
    case .thumb:
      return Self.polygon(
        centre, [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)], size)
    case .index: return Self.polygon(centre, [(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)], size)
    case .damped: return Self.polygon(centre, Self.cross, size)
    case .pull: return Self.halfDisc(centre, size)
    }
  }

  private static let cross = [
    (-1.0, -0.6), (-0.6, -1.0), (0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0), (1, 0.6), (0.6, 1),
    (0, 0.4), (-0.6, 1), (-1, 0.6), (-0.4, 0),
  ]

  private static func disc(_ centre: Point, _ radius: Double) -> String {
    let (r, d) = (radius.inSVG, (2 * radius).inSVG)
    return "M\((centre.x - radius).inSVG) \(centre.y.inSVG)a\(r) \(r) 0 1 0 \(d) 0"
      + "a\(r) \(r) 0 1 0 -\(d) 0z"
  }

  private static func halfDisc(_ centre: Point, _ radius: Double) -> String {
    let (r, d) = (radius.inSVG, (2 * radius).inSVG)
    return "M\((centre.x - radius).inSVG) \((centre.y + radius / 2).inSVG)a\(r) \(r) 0 0 1 \(d) 0z"
  }

  private static func triangle(_ centre: Point, _ radius: Double, up: Bool) -> String {
    let sign = up ? -1.0 : 1.0
    return polygon(centre, [(0, 1 * sign), (-0.96, -0.66 * sign), (0.96, -0.66 * sign)], radius)
  }

  private static func polygon(
    _ centre: Point, _ corners: [(Double, Double)], _ size: Double
  ) -> String {
    let points = corners.map {
      "\((centre.x + $0.0 * size).inSVG) \((centre.y + $0.1 * size).inSVG)"
    }
    return "M" + points.joined(separator: "L") + "z"
  }
}

extension SVGText {
  /// Small round dots at some points, as one element.
  mutating func dots(at points: [Point], radius: Double, _ colour: Palette) {
    guard !points.isEmpty else { return }
    // A line of no length is not drawn by every program.
    let path = points.map { "M\($0.x.inSVG) \($0.y.inSVG)h.01" }.joined()
    element(
      "path",
      colour.stroke + [
        ("fill", "none"), ("stroke-width", (2 * radius).inSVG), ("stroke-linecap", "round"),
        ("d", path),
      ])
  }
}
