/// The folder of a path and the name in it: `a/b.yaml` is `a` and `b.yaml`, `b.yaml` is `.` and `b.yaml`.
func splitPath(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
  let folder = String(path[..<slash])
  let name = String(path[path.utf8.index(after: slash)...])
  return (folder.isEmpty ? "/" : folder, name)
}

/// A name in a folder; an absolute name stays as it is.
func joinPath(_ folder: String, _ name: String) -> String {
  if name.utf8.first == UInt8(ascii: "/") || folder == "." { return name }
  return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
}
