import Testing

@testable import Command
