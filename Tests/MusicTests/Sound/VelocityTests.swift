import Music
import Testing

@Suite struct VelocityTests {
  @Test(arguments: [
    (Int.min, 1), (-1, 1), (0, 1), (1, 1), (64, 64), (127, 127), (128, 127), (Int.max, 127),
  ])
  func `the nearest velocity is from 1 to 127`(number: Int, value: Int) {
    let velocity = Velocity(clamping: number)
    #expect(velocity.value == value)
    #expect(Velocity(number) == (number == value ? velocity : nil))
  }

  @Test func `softer is less`() {
    #expect(Velocity(clamping: 1) < Velocity(clamping: 2))
  }
}
