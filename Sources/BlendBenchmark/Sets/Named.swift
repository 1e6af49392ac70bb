/// Pairs of the shipped library that anyone would try, by their short names.
///
/// The choice follows the research for this program; claves are left out, as they need two bars.
enum Named {
  /// Pairs of one length.
  static let pairs = [
    ("house-classic", "break-funky-drummer"),
    ("house-classic", "techno-minimal"),
    ("techno-minimal", "ukg-2step-a"),
    ("techno-detroit", "break-amen-4bar"),
    ("break-amen-4bar", "trap-half-time"),
    ("break-funky-drummer", "levee-slow-break"),
    ("dembow-basic", "hiphop-boombap-1"),
    ("hiphop-boombap-1", "trap-half-time"),
    ("bossa-kit-b", "samba-kit-1"),
    ("samba-kit-1", "house-classic"),
    ("baiao", "dembow-basic"),
    ("afrobeat-allen", "jembe-kuku"),
    ("gahu", "kpanlogo"),
    ("gahu", "second-line"),
    ("second-line", "ukg-2step-a"),
    ("dnb-two-step", "jersey-club"),
    ("cinquillo", "break-amen-4bar"),
    ("balbyrauyn-core", "house-classic"),
    ("qara-zhorga", "techno-detroit"),
    ("tolghau-gallop", "dnb-two-step"),
  ]

  /// Pairs of two metres.
  static let acrossMetres = [
    ("bembe-bell", "house-classic"),
    ("afrobeat-12-8", "afrobeat-allen"),
    ("korogly-7-223", "house-classic"),
    ("persian-6-8-basic", "trap-half-time"),
    ("zhorga-amble", "techno-minimal"),
    ("kelinshek-lilt", "break-amen-4bar"),
    ("kopanica", "dnb-two-step"),
    ("aksak-9", "dembow-basic"),
    ("rachenitsa", "ukg-2step-a"),
    ("house-classic", "curcuna"),
    ("hiphop-boombap-1", "persian-6-8-basic"),
    ("bell-12-five", "korogly-7-223"),
  ]
}
