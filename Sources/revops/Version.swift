/// The version of the program, in the manner of semver.org.
let version = "0.1.0"
