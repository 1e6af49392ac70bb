extension SVGText {
  /// A text whose baseline begins at a point, or is centred on it; a note stands smaller behind it.
  mutating func write(
    _ text: String, at place: Point, _ size: Double, _ colour: Palette, isBold: Bool = false,
    anchor: String? = nil, note: String? = nil
  ) {
    var attributes = [("x", place.x.inSVG), ("y", place.y.inSVG), ("font-size", size.inSVG)]
    if isBold { attributes.append(("font-weight", "600")) }
    if let anchor { attributes.append(("text-anchor", anchor)) }
    let note = note.map { (text: $0, size: (size * 0.8).inSVG) }
    element("text", attributes + colour.fill, text: text, note: note)
  }

  /// A rectangle with round corners, in the colour of what holds it.
  mutating func rectangle(
    at corner: Point, width: Double, height: Double, radius: Double, opacity: Double = 1
  ) {
    let attributes = [
      ("x", corner.x.inSVG), ("y", corner.y.inSVG), ("width", width.inSVG),
      ("height", height.inSVG), ("rx", min(radius, width / 2, height / 2).inSVG),
    ]
    element("rect", attributes + (opacity < 1 ? [("opacity", opacity.inSVG)] : []))
  }
}

extension String {
  /// About how wide the text is in a plain font of a size; rather too much than too little.
  func width(_ size: Double) -> Double { Double(columns) * size * 0.58 }

  /// The text in lines of about a width.
  func wrapped(_ width: Double, _ size: Double) -> [String] {
    wrapped(to: max(1, Int(width / (size * 0.52))))
  }
}

extension SVGText {
  /// The outermost element: a sheet of paper with what is drawn on it.
  ///
  /// It has no size of its own, only proportions: whoever shows it says how large it is.
  mutating func frame(
    width: Double, height: Double, title: String, description: String,
    content: (inout SVGText) -> Void
  ) {
    let size = [("width", width.inSVG), ("height", height.inSVG)]
    let attributes = [
      ("class", "jorga"), ("xmlns", "http://www.w3.org/2000/svg"),
      ("viewBox", "0 0 \(width.inSVG) \(height.inSVG)"), ("role", "img"),
      ("font-family", "system-ui, sans-serif"),
    ]
    element("svg", attributes) { svg in
      svg.element("title", text: title)
      svg.element("desc", text: description)
      svg.element("style", text: Palette.rules)
      svg.element("rect", size + [("rx", "18")] + Palette.paper.fill)
      content(&svg)
    }
  }
}
