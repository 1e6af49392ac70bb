/// What a user's word for a port finds.
public enum PortSearch: Hashable, Sendable {
  /// The port that is meant.
  case found(Port)
  /// Nothing is called so.
  case nothing
  /// More than one is called so, or begins so.
  case several([Port])

  /// Looks for a port among some.
  ///
  /// The word is `CLIENT:PORT` or `CLIENT` in numbers, or the name of a client, of a port, or
  /// `client:port` in names; capitals do not matter. The name of a client means its first port. Where
  /// no name is the word, one that begins with it is enough.
  ///
  /// - Parameters:
  ///   - word: What the user wrote.
  ///   - ports: The ports that can be meant, in the order of their addresses.
  public init(_ word: String, among ports: [Port]) {
    if let address = Address(word.contains(":") ? word : "\(word):0") {
      self.init(ports.filter { $0.address == address })
      return
    }
    let word = word.lowercased()
    func firsts(_ isMeant: (String) -> Bool) -> [Port] {
      var clients: Set<Int> = []
      return ports.filter {
        isMeant($0.client.lowercased()) && clients.insert($0.address.client).inserted
      }
    }
    func all(_ isMeant: (String) -> Bool) -> [Port] {
      ports.filter {
        isMeant($0.name.lowercased()) || isMeant("\($0.client):\($0.name)".lowercased())
      }
    }
    let ways = [
      firsts { $0 == word }, all { $0 == word },
      word.isEmpty ? [] : firsts { $0.hasPrefix(word) },
      word.isEmpty ? [] : all { $0.hasPrefix(word) },
    ]
    self.init(ways.first { !$0.isEmpty } ?? [])
  }

  private init(_ found: [Port]) {
    switch found.count {
    case 0: self = .nothing
    case 1: self = .found(found[0])
    default: self = .several(found)
    }
  }

  /// The port, where one is meant.
  public var port: Port? {
    guard case .found(let port) = self else { return nil }
    return port
  }
}
