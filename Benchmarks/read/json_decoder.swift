// Foundation's JSONDecoder on the document of generate.py, into types that know its keys, and back to JSON.
// Prints its own reading time in seconds on standard error, as every peer does.
import Foundation

struct Owner: Codable {
  var name: String
  var region: String
}

struct Deal: Codable {
  var id: String
  var name: String
  var stage: String
  var amount: Int
  var probability: Double
  var close_date: String
  var is_new_logo: Bool
  var next_step: String
  var owner: Owner
  var tags: [String]
  var quoted: String
  var lost_to: String?
}

struct Plan: Codable {
  var company: [String: String]
  var deals: [Deal]
}

let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let clock = ContinuousClock()
var plan: Plan?
let took = try clock.measure { plan = try JSONDecoder().decode(Plan.self, from: data) }
let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
FileHandle.standardError.write(Data("\(seconds)\n".utf8))
FileHandle.standardOutput.write(try JSONEncoder().encode(plan))
