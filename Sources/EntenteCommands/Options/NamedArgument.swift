import ArgumentParser

/// A choice between words.
///
/// It says itself what ArgumentParser would else find out through key paths and reflection, type by
/// type at every start.
public protocol NamedArgument: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {}

extension NamedArgument {
  /// The choice of that word.
  public init?(argument: String) { self.init(rawValue: argument) }

  /// The word.
  public var defaultValueDescription: String { rawValue }

  /// All words.
  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  /// The words say enough.
  public static var allValueDescriptions: [String: String] { [:] }

  /// The words.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
