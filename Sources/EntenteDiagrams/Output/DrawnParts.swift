import EntenteCore

/// What is drawn, gathered from one panel or several.
struct DrawnParts {
  var nodes: [Drawing.Node] = []
  var strands: [Drawing.Strand] = []
  var bonds: [Drawing.Bond] = []
  var hulls: [Hull] = []
  var marks: [Drawing.Mark] = []
  var chips: [Drawing.Chip] = []
  var texts: [Drawing.Text] = []
  var origin: Point?
  var wantedChips = 0

  /// Adds a panel, moved to its place on the sheet. The prefix makes ids differ between panels.
  mutating func add(
    _ builder: DrawingBuilder, _ content: DrawingBuilder.Content, _ shift: Point, prefix: String
  ) {
    let first = strands.count
    nodes += builder.nodes(content, shift, prefix: prefix)
    strands += builder.strands(content, shift, prefix: prefix)
    bonds += content.bonds.map {
      Drawing.Bond(
        member: prefix + $0.member, whole: prefix + $0.whole, path: $0.path.moved(shift))
    }
    hulls += content.hulls.map {
      Hull(
        name: $0.name, members: $0.members.map { prefix + $0 },
        corners: $0.corners.map { $0 + shift })
    }
    marks += content.marks.map {
      Drawing.Mark(strand: first + $0.strand, box: $0.box.moved(shift))
    }
    chips += content.chips.map {
      Drawing.Chip(
        strand: first + $0.strand, link: $0.link, text: $0.text, box: $0.box.moved(shift))
    }
    texts += content.hullTexts.map {
      Drawing.Text(
        role: .hull, text: $0.text, size: $0.size, isBold: $0.isBold, color: $0.color,
        box: $0.box.moved(shift))
    }
    wantedChips += content.wantedChips
    origin = origin ?? shift
  }

  /// The sheet with all of it.
  func drawing(
    _ view: String, on page: Page, _ caption: Caption, _ options: DiagramOptions,
    _ day: CalendarDate
  ) -> Drawing {
    Drawing(
      view: view, width: page.width, height: page.height,
      scale: options.size.frame.map { min($0.width / page.width, $0.height / page.height) } ?? 1,
      nodes: nodes, strands: strands,
      bonds: bonds, hulls: hulls, chips: chips, texts: page.texts + texts,
      samples: page.samples, rule: page.rule, title: caption.title,
      subtitle: caption.subtitle, language: options.language ?? "en",
      description: caption.description, textAlternative: caption.ties, theme: options.theme,
      day: day, marks: marks, origin: origin ?? page.shift, wantedChips: wantedChips)
  }
}
