import Foundation
import Testing

@testable import RevOpsCore
@testable import revops

/// What memory should not hold is put on the disk, and only there.
@Suite struct MachineTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func whatIsPutAwayIsReadAgainAndHasNoName() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let machine = Machine.current(puttingAwayIn: folder.path)
    let lots = [300_000, 1].map { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) } }
    let parts = try lots.map { try #require($0.withUnsafeBytes(machine.putAway)) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    for (lot, part) in zip(lots, parts) {
      #expect(part.size == lot.count)
      for start in [0, lot.count / 2, lot.count - 1] {
        var room = [UInt8](repeating: 0xFF, count: lot.count)
        let filled = room.withUnsafeMutableBytes { part.fill($0, from: start) }
        #expect(filled == lot.count - start)
        #expect(room.prefix(filled) == lot[start...])
      }
    }
  }

  @Test func whereThereIsNoRoomNothingIsPutAway() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let machine = Machine.current(puttingAwayIn: folder.appendingPathComponent("missing").path)
    #expect([UInt8](repeating: 1, count: 9).withUnsafeBytes(machine.putAway)?.size == nil)
  }
}
