extension Groove {
  /// The templates that a pattern can name.
  ///
  /// Directions and ratios are after the studies that each names; where it says "digits ours",
  /// the numbers are our choice and want an ear.
  public static let known: [String: Groove] = Dictionary(
    uniqueKeysWithValues: (swung + uneven + leaning).map { ($0.name, $0) })

  /// A swing of sixteenths in tenths of a per cent, which lies in the range of a swing.
  private static func swing(_ permille: Int, unit: Fraction = Fraction(1, 16)) -> [Lean] {
    let share = Fraction(permille, 1000)
    return Swing(share: share...share, unit: unit).map { [.swing($0)] } ?? []
  }

  private static func hundredths(_ places: (Fraction, Int)...) -> [Fraction: Fraction] {
    Dictionary(uniqueKeysWithValues: places.map { ($0.0, Fraction($0.1, 100)) })
  }

  private static let swung = [
    Groove(
      "break54",
      source: "Frane, Music Perception 34 (2017), 291: median of 30 breaks; milliseconds ours",
      layers: swing(545).map { Layer($0) }
        + [Layer(.late(6000, onBeat: 2), voices: ["snare"])]),
    Groove(
      "jazz8", source: "Friberg and Sundström, Music Perception 19 (2002), 333; line ours",
      layers: [Layer(.ride)]),
    Groove(
      "ukg",
      source: "bigdrumrecords.co.uk, signature-uk-garage-shuffle: swing the hats, not the kick",
      layers: swing(580).map {
        Layer($0, voices: ["hat", "open-hat", "pedal-hat", "rim", "shaker"])
      }),
  ]

  /// Beats of which the parts are not even.
  private static let uneven: [Groove] = {
    let (quarter, half, last) = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))
    let (third, twoThirds) = (Fraction(1, 3), Fraction(2, 3))
    let polak = "R. Polak, rainerpolak.de and Frontiers in Neuroscience 10 (2016), 285"
    let samba = "Naveda, Gouyon, Guedes and Leman (2011): direction; digits ours"
    func groove(
      _ name: String, _ source: String, beat: Fraction = 1, _ places: [Fraction: Fraction]
    ) -> Groove {
      Groove(name, source: source, layers: [Layer(.places(beat: beat, places))])
    }
    return [
      groove("mande2", "\(polak): 58 to 42", hundredths((half, 58))),
      groove(
        "sml3", "\(polak): short, middle, long; digits ours", beat: Fraction(3, 2),
        hundredths((third, 28), (twoThirds, 64))),
      groove(
        "lff3", "\(polak): long, flexible, flexible; digits ours", beat: Fraction(3, 2),
        hundredths((third, 38), (twoThirds, 69))),
      groove("samba4", samba, hundredths((quarter, 25), (half, 46), (last, 71))),
      groove(
        "samba4-fast", "\(samba); after Haugen and Danielsen (2020)",
        hundredths((quarter, 25), (half, 45), (last, 70))),
      groove(
        "candombe4", "digits ours; that parts deviate: Jure and Rocamora (2016)",
        hundredths((quarter, 27), (half, 48), (last, 74))),
      groove("gnawa", "digits ours", hundredths((half, 40), (last, 70))),
      groove(
        "jig3", "digits ours", beat: Fraction(3, 2), hundredths((third, 36), (twoThirds, 66))),
      Groove(
        "balkan-long",
        source: "chromatone.center, balkan: the long beat is about 1.5 short ones; 1.55 ours",
        layers: [Layer(.longGroups(Fraction(155, 100)))]),
    ]
  }()

  /// Players who sit before or behind the others.
  private static let leaning = [
    Groove(
      "dilla-a", source: "E. Hein, ethanhein.com, 2022, dilla-time: directions; digits ours",
      layers: [
        Layer(.late(-20_000), voices: ["snare"]), Layer(.late(8000), voices: ["hat"]),
        Layer(.late(15_000), voices: ["bass"]),
      ] + swing(560).map { Layer($0, voices: ["hat"]) }),
    Groove(
      "dilla-b", source: "drum.town, hiphop-displacement: snare 30 ms early; the rest ours",
      layers: [Layer(.late(-30_000), voices: ["snare"])]
        + swing(580, unit: Fraction(1, 8)).map { Layer($0, voices: ["kick"]) }),
    Groove(
      "lateback", source: "recalled practice: a backbeat 10 to 20 ms late",
      layers: [Layer(.late(15_000), voices: ["snare", "clap", "rim"])]),
  ]
}
