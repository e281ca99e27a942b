import Testing

@testable import RevOpsCore

/// Which names are taken for one company and which are not, labelled by hand.
@Suite struct MisspeltNamesTests {
  /// One company, once with a slip.
  static let same = [
    ("Acme Corp", "Acmee Corporation"), ("Microsoft", "Micorsoft Inc."), ("Salesforce", "Salesfroce, Inc"),
    ("Globex Corporation", "Globxe"), ("Northwind Traders", "Northwnd Traders"),
    ("Northwind Traders", "Nortwhind Traders"), ("Cascade Logistics", "Cascade Logistcs GmbH"),
    ("Pioneer Capital LLC", "Pioneer Capitla"), ("Harbor Analytics", "Harbor Analitics"),
    ("World Health Organization", "World Health Organisation"), ("Umbrella Holdings", "Umbrela Holdings"),
    ("Umbrella Holdings", "Umbrelka Holdings"), ("Evergreen Retail", "Everrgreen Retail"),
    ("Wellington Bank", "Welington Bank"), ("Performance Center", "Performance Centre"),
    ("Stark Industries", "Stark Indsutries"), ("Constellation", "Constelation"),
    ("Wayne Enterprises", "Wanye Enterprises"),
    ("Société Générale", "Societe Genreale"), ("Barclays", "Barclyas"), ("Accenture", "Accenutre"),
    ("Deutsche Telekom", "Deutsche Telelkom"),
  ]

  /// Two companies whose names are alike.
  static let different = [
    ("Acme North", "Acme South"), ("Acme 1", "Acme 2"), ("Region A", "Region B"), ("Fund II", "Fund III"),
    ("Growth Fund XXI", "Growth Fund XXII"), ("3M", "3N"), ("Studio 54", "Studio 45"), ("Weber", "Webber"),
    ("Meier AG", "Meyer AG"), ("Hope Inc", "Hoppe GmbH"), ("Wolf", "Wolff"), ("Hartman", "Hartmann"),
    ("Johnson", "Johnsen"), ("Andersen", "Anderson"), ("Peterson", "Petersen"), ("Thomson", "Thompson"),
    ("Philips", "Phillips"), ("Initech", "Intech"), ("Harbor Foods", "Harbor Goods"),
    ("Summit Bank", "Summit Tank"),
    ("Meridian Works", "Meridian Words"), ("Blue Marine", "Blue Marina"), ("Blue Marine", "Blue Mariner"),
    ("East Coast Freight", "West Coast Freight"), ("Interlink", "Intralink"), ("Ford", "Fort"),
    ("Visa", "Vista"),
    ("Sander", "Sanders"), ("IBM", "IBN"), ("Delta Air", "Delta Aid"), ("Cascade Capital", "Cascade Capitol"),
    ("Austin Retail", "Justin Retail"), ("Orange", "Grange"), ("Boston Partners", "Boston Partner"),
    ("日本電気", "日本電産"), ("Газпром", "Газпрон"), ("Hilton", "Milton"), ("Nova", "Novo"), ("Sony", "Song"),
    ("Intel", "Inter"), ("Target", "Targit"), ("Palantir", "Palantis Capital"), ("Apple", "Ample"),
    ("Chase", "Chose"), ("Oracle", "Oracl3"), ("Unilever", "Unilever Foods"), ("Mars", "Marks"),
  ]

  private func areOne(_ a: String, _ b: String) -> Bool {
    !AccountGroups(names: [a, b], domains: [nil, nil]).groups.isEmpty
  }

  @Test(arguments: same) func aSlipIsSeenThrough(name: String, other: String) {
    #expect(areOne(name, other) && areOne(other, name))
  }

  @Test(arguments: different) func namesThatAreMerelyAlikeStayTwo(name: String, other: String) {
    #expect(!areOne(name, other) && !areOne(other, name))
  }

  @Test func amongAllTheOthersThePairsAreTheSame() {
    let pairs = Self.same + Self.different
    // A company is in the list once, whatever pairs it stands in.
    var names: [String] = []
    for name in pairs.flatMap({ [$0.0, $0.1] }) where !names.contains(name) { names.append(name) }
    let groups = AccountGroups(names: names, domains: [])
    let joined = Set(groups.groups.map { Set($0.records.map { names[$0] }) })
    let expected: Set<Set<String>> = [
      ["Northwind Traders", "Northwnd Traders", "Nortwhind Traders"],
      ["Umbrella Holdings", "Umbrela Holdings", "Umbrelka Holdings"],
    ]
    let others = Self.same.map { Set([$0.0, $0.1]) }.filter { pair in
      expected.allSatisfy { $0.isDisjoint(with: pair) }
    }
    #expect(joined == expected.union(others))
    #expect(groups.groups.allSatisfy { $0.reasons == [.spelling] })
  }

  @Test func aWordThatManyNamesShareIsNoSlip() {
    let names = ["Planet Trading", "Planet Tradng", "Comet Tradng", "Orbit Trading"]
    #expect(AccountGroups(names: names, domains: []).groups.isEmpty)
    #expect(AccountGroups(names: Array(names.prefix(3)), domains: []).groups.count == 1)
  }

  @Test func domainsOfTwoCompaniesOutweighASlip() {
    let names = ["Constellation Inc", "Constelation"]
    func count(_ a: String?, _ b: String?) -> Int {
      AccountGroups(names: names, domains: [a, b]).groups.count
    }
    #expect(count("constellation.com", "constelation-steel.com") == 0)
    #expect(count("constellation.com", "https://www.constellation.co.uk/about") == 1)
    #expect(count("constellation.com", nil) == 1)
    #expect(count("constellation.com", "gmail.com") == 1)
  }

  @Test func theOrderOfTheNamesChangesNothing() {
    var generator = SplitMix64(seed: 7)
    let names = (Self.same + Self.different).flatMap { [$0.0, $0.1] }
    func joined(_ names: [String]) -> Set<Set<String>> {
      Set(AccountGroups(names: names, domains: []).groups.map { Set($0.records.map { names[$0] }) })
    }
    let expected = joined(names)
    for _ in 0..<20 { #expect(joined(names.shuffled(using: &generator)) == expected) }
  }

  /// The rules by comparing every pair of names, slip by slip, as they are written down.
  @Test func theNeighbourhoodFindsWhatComparingAllPairsFinds() {
    var generator = SplitMix64(seed: 11)
    let stems = ["cascade", "harbor", "pioneer", "logistics", "capital", "energy", "works", "nimbus"]
    func slipped(_ word: String) -> String {
      var letters = Array(word)
      let at = Int.random(in: 0..<letters.count - 1, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: letters.swapAt(at, at + 1)
      case 1: letters.remove(at: at)
      case 2: letters.insert(letters[at], at: at)
      case 3: letters[at] = "s"
      default: break
      }
      return String(letters)
    }
    for _ in 0..<40 {
      var names: [[String]] = []
      for _ in 0..<30 {
        let name = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
          slipped(stems[Int.random(in: 0..<8, using: &generator)])
        }
        if !names.contains(name) { names.append(name) }
      }
      var misspelt = MisspeltNames()
      for name in names {
        for word in name { Array(word.utf8).withUnsafeBufferPointer { misspelt.addWord($0) } }
        misspelt.endName()
      }
      let found = misspelt.pairs().map { [$0.0, $0.1] }
      var expected: [[Int]] = []
      for a in names.indices {
        for b in names.indices where a < b && names[a].count == names[b].count {
          let places = names[a].indices.filter { names[a][$0] != names[b][$0] }
          guard places.count == 1 else { continue }
          let (first, second) = (names[a][places[0]], names[b][places[0]])
          let isRare = [first, second].contains { word in names.count { $0.contains(word) } == 1 }
          guard isRare, Slip.isPossible(in: Array(first.utf8)), Slip.isPossible(in: Array(second.utf8)),
            let slip = Slip(Array(first.utf8), Array(second.utf8)),
            slip.isLikely(amongOtherWords: names[a].count > 1)
          else { continue }
          expected.append([a, b])
        }
      }
      #expect(found == expected)
    }
  }
}
