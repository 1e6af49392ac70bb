extension Strain {
  /// So much of the notes, from 0 to 1: the strongest stay.
  public func keep(_ part: some Control) -> Strain { word("keep", Argument(part)) }

  /// More notes at strong places that are free: so many of each voice's own.
  public func fill(_ part: some Control) -> Strain { word("fill", Argument(part)) }

  /// As syncopated as wished, with notes exchanged for those of other patterns.
  public func syncopate(_ levels: some Control, _ material: Strain...) -> Strain {
    let arguments = [Argument(levels)] + material.map { Argument($0) }
    return Strain(
      Expression(.call(.init("syncopate", arguments.compactMap(\.?.expression), of: expression))))
  }

  /// Sounds of one instrument end each other.
  public func choke() -> Strain { word("choke") }

  /// Leaves out notes that sound nearer than some milliseconds to a louder one of their voice.
  public func resolve(_ window: (any Control)? = nil) -> Strain {
    word("resolve", Argument(window))
  }

  /// Plays notes that sound together one after another: by a way such as `up`, or by numbers.
  public func arp(_ order: String) -> Strain { word("arp", Argument(order)) }
}
