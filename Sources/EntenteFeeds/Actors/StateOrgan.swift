import EntenteCore

/// What the part of a name before the country says about an actor, as in `Foreign Affairs (Russia)`:
/// what kind of actor it is, and how far it speaks for its state.
///
/// Governments, their heads, ministries, envoys and armed forces act for the state. Parliaments,
/// courts, police and central banks belong to it but have a will of their own: by half. Citizens,
/// businesses, parties, media and everybody else speak for no state.
struct StateOrgan: Sendable, Hashable {
  let kind: Actor.Kind
  let speaksFor: Double

  init(_ name: String) {
    let words = name.lowercased()
    func has(_ list: [String]) -> Bool { list.contains { words.contains($0) } }
    let isOpposed = has(["opposition", "opponent", "former", "rebel", "separatist"])
    if isOpposed {
      speaksFor = 0
    } else if has([
      "government", "ministry", "ministery", "minister", "foreign affairs", "cabinet", "executive",
      "presiden", "military", "armed forces", "army", "air force", "naval", "navy", "envoy",
      "ambassador", "embassy", "royal administration", "national security", "domestic affairs",
      "intelligence", "secret agent", "representative to the", "fighter bomber",
    ]), !has(["candidate", "party", "affiliated", "lawyer"]) {
      speaksFor = 1
    } else if has([
      "congress", "senate", "parliament", "legislat", "lawmaker", "house of representatives",
      "representatives", "assembl", "court", "judiciary", "prosecutor", "attorney general",
      "police",
      "governor", "central bank", "election commission", "other authorities",
    ]), !has(["lawyer", "defense attorney"]) {
      speaksFor = 0.5
    } else {
      speaksFor = 0
    }
    if has(["media", "newspaper", "television", "radio"]), !has(["personnel"]) {
      kind = .outlet
    } else if has(["head of government", "envoy", "ambassador", "governor", "advisor"]),
      !words.contains("advisors")
    {
      kind = .person
    } else {
      kind = speaksFor > 0 ? .organization : .group
    }
  }
}
