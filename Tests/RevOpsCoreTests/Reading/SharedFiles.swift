import Foundation

/// Files that lie beside the package and are no part of it: `../shared`, or `../../shared` in a worktree.
enum SharedFiles {
  /// A folder of them, or nil where it is absent; the test that wants it says that it is left out.
  static func folder(_ path: String) -> URL? {
    let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..")
    for above in ["..", "../.."] {
      let url = package.appendingPathComponent("\(above)/shared/\(path)").standardizedFileURL
      if FileManager.default.fileExists(atPath: url.path) { return url }
    }
    print("left out: ../shared/\(path) is not there")
    return nil
  }
}
