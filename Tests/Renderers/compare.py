#!/usr/bin/env python3
"""Draws the same pictures with every renderer at hand and compares where the letters are.

    Tests/Renderers/compare.py ENTENTE FOLDER

Each picture is made as SVG and as PDF and drawn at three pixels a point by Chromium, librsvg, CairoSVG,
resvg, Inkscape, Typst, and (the PDF) by Poppler, alone and on a page made by pdflatex; the DOT is drawn
again by Graphviz's own program, as someone would who has edited it. What is not installed is left out and
named. For every actor and every chip the ink of the label is measured inside the shape. A label that is
much wider or narrower than elsewhere is set in a font that lacks its letters (another font in place of a
missing one differs by up to an eighth). Needs Pillow and numpy.

Prints a table; exits with 1 where a label is missing, is shifted by more than 1.5 pt (2 pt in what is made
of the DOT, whose bold labels are of another kind), or differs in width by more than 15 % from the middle
one of all renderers.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import xml.etree.ElementTree as ET

import numpy
from PIL import Image

SCALE = 3
entente, folder = sys.argv[1], os.path.abspath(sys.argv[2])
here = os.path.dirname(os.path.abspath(__file__))
os.makedirs(folder, exist_ok=True)
case = os.path.join(here, "../../graphs/caucasus-2025.yaml")
SHIFT = ["--view", "shift", "--from", "2025-05-08", "--to", "2025-05-19"]
ALIGNMENT = ["--view", "alignment", "--at", "2025-05-19"]
PICTURES = {
    "shift": SHIFT, "alignment": ALIGNMENT, "azerbaijani": ALIGNMENT + ["--lang", "az"],
    "russian": ALIGNMENT + ["--lang", "ru"], "armenian": ALIGNMENT + ["--lang", "hy"],
    "multiples": ["--view", "multiples", "--level", "state", "--dates", "2025-01-31,2025-05-08,2025-05-19"],
}
NS = {"s": "http://www.w3.org/2000/svg"}


def run(*command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, **options)


def size_of(svg):
    box = ET.parse(svg).getroot().get("viewBox").split()
    return float(box[2]), float(box[3])


def by_chromium(svg, pdf, png, width, height):
    page = png + ".html"
    with open(page, "w", encoding="utf-8") as file, open(svg, encoding="utf-8") as picture:
        file.write(f"<!DOCTYPE html><meta charset=utf-8><style>body{{margin:0}}div{{width:{width}px}}</style><div>{picture.read()}</div>")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    run(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--force-device-scale-factor={SCALE}",
        f"--user-data-dir={folder}/profile", "--blink-settings=preferredColorScheme=1",
        f"--window-size={int(width) + 1},{int(height) + 1}", f"--screenshot={png}", "file://" + page)


def by_librsvg(svg, pdf, png, width, height):
    run("rsvg-convert", "-w", str(round(width * SCALE)), "-o", png, svg)


def by_cairosvg(svg, pdf, png, width, height):
    import cairosvg
    cairosvg.svg2png(url=svg, write_to=png, output_width=round(width * SCALE), output_height=round(height * SCALE))


def by_resvg(svg, pdf, png, width, height):
    import resvg_py
    data = resvg_py.svg_to_bytes(svg_path=svg, width=round(width * SCALE))
    with open(png, "wb") as file:
        file.write(bytes(data))


def by_inkscape(svg, pdf, png, width, height):
    run("inkscape", "--export-type=png", f"--export-filename={png}", f"--export-width={round(width * SCALE)}", svg)


def poppler(pdf, png):
    run("pdftoppm", "-r", str(72 * SCALE), "-png", "-singlefile", pdf, png.removesuffix(".png"))


def by_typst(svg, pdf, png, width, height):
    import typst
    source = png + ".typ"
    with open(source, "w", encoding="utf-8") as file:
        file.write(f'#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#image("{os.path.basename(svg)}", width: {width}pt)\n')
    with open(png, "wb") as file:
        file.write(typst.compile(source, format="png", ppi=72 * SCALE))


def by_poppler(svg, pdf, png, width, height):
    poppler(pdf, png)


def by_pdflatex(svg, pdf, png, width, height):
    name = os.path.basename(png).removesuffix(".png")
    # TeX's point is smaller than that of the others, which it calls bp.
    with open(os.path.join(folder, name + ".tex"), "w", encoding="utf-8") as file:
        file.write("\\documentclass{article}\n\\usepackage{graphicx}\n"
                   f"\\usepackage[paperwidth={width}bp,paperheight={height}bp,margin=0bp]{{geometry}}\n"
                   "\\pagestyle{empty}\\parindent=0pt\\topskip=0pt\n\\begin{document}\n"
                   f"\\vbox to \\textheight{{\\offinterlineskip\\includegraphics[width={width}bp]{{{os.path.basename(pdf)}}}\\vss}}\n"
                   "\\end{document}\n")
    run("pdflatex", "-interaction=batchmode", name + ".tex", cwd=folder)
    poppler(os.path.join(folder, name + ".pdf"), png)


def by_dot(svg, pdf, png, width, height):
    # What someone gets who edits the DOT by hand.
    dot = svg.removesuffix(".svg") + ".dot"
    run("dot", "-Kneato", "-n2", "-Tpng", f"-Gdpi={72 * SCALE}", "-o", png, dot)


def by_dot_svg(svg, pdf, png, width, height):
    run("dot", "-Kneato", "-n2", "-Tsvg", "-o", png + ".svg", svg.removesuffix(".svg") + ".dot")
    run("rsvg-convert", "-w", str(round(width * SCALE)), "-o", png, png + ".svg")


RENDERERS = [("chromium", by_chromium), ("librsvg", by_librsvg), ("cairosvg", by_cairosvg), ("resvg", by_resvg),
             ("inkscape", by_inkscape), ("typst", by_typst), ("pdf", by_poppler), ("pdflatex", by_pdflatex),
             ("dot", by_dot), ("dot's SVG", by_dot_svg)]


def shapes(svg):
    """The boxes of actors and chips in points from the top left: (kind, text, left, top, right, bottom)."""
    root = ET.parse(svg).getroot()
    width, height = size_of(svg)
    found = []
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        classes = (group.get("class") or "").split()
        kind = "actor" if "actor" in classes else "chip" if "chip" in classes else None
        texts = ["".join(text.itertext()) for text in group.findall("s:text", NS)]
        if not kind or not texts:
            continue
        shape = next(child for child in group if child.tag.split("}")[1] in ("polygon", "ellipse", "path"))
        if shape.tag.endswith("ellipse"):
            cx, cy, rx, ry = (float(shape.get(name)) for name in ("cx", "cy", "rx", "ry"))
            box = (cx - rx, cy - ry, cx + rx, cy + ry)
        else:
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", shape.get("points") or shape.get("d"))]
            box = (min(numbers[0::2]), min(numbers[1::2]), max(numbers[0::2]), max(numbers[1::2]))
        # Graphviz moves the drawing down by its height; a person's name keeps clear of the slanted sides.
        offset = float(re.search(r"translate\(\S+ (\S+)\)", root.find("s:g", NS).get("transform")).group(1))
        found.append((kind, " ".join(texts).replace("\u00a0", " "), "component" if "organization" in classes else "",
                      box[0], box[1] + offset, box[2], box[3] + offset))
    return found


def ink(image, shape):
    """The box of the letters inside a shape, in points from the shape's middle; None without any."""
    kind, text, special, left, top, right, bottom = shape
    inset = 0.4 if kind == "chip" else 2.2
    x0, x1 = round((left + inset) * SCALE), round((right - inset) * SCALE)
    y0, y1 = round((top + inset) * SCALE), round((bottom - inset) * SCALE)
    part = image[y0:y1, x0:x1].astype(int)
    # Letters of actors are near black; those of chips are red or blue over white, under which a tie may show pale.
    dark = part.max(axis=2) < 110 if kind == "actor" else part.min(axis=2) < 120
    if kind == "actor":
        # Slanted and rounded outlines reach inside the box: letters keep to the middle part of it.
        rows = slice(round(dark.shape[0] * 0.12), round(dark.shape[0] * 0.88))
        mask = numpy.zeros_like(dark)
        margin = round(7 * SCALE)
        mask[rows, margin:-margin] = True
        dark &= mask
    ys, xs = numpy.nonzero(dark)
    if not len(xs):
        return None
    middle = ((left + right) / 2 * SCALE - x0, (top + bottom) / 2 * SCALE - y0)
    return [(xs.min() - middle[0]) / SCALE, (ys.min() - middle[1]) / SCALE,
            (xs.max() + 1 - middle[0]) / SCALE, (ys.max() + 1 - middle[1]) / SCALE]


def main():
    missing, bad, rows = [], 0, []
    for name, arguments in PICTURES.items():
        svg, pdf, dot = (os.path.join(folder, f"{name}.{kind}") for kind in ("svg", "pdf", "dot"))
        for file in (svg, pdf, dot):
            run(entente, "render", case, *arguments, "-o", file)
        width, height = size_of(svg)
        found = {}
        for renderer, draw in RENDERERS:
            if renderer in missing:
                continue
            png = os.path.join(folder, f"{name}-{renderer}.png")
            try:
                draw(svg, pdf, png, width, height)
            except (ImportError, FileNotFoundError, TypeError) as error:
                missing.append(renderer)
                print(f"{renderer} is left out: {error}", file=sys.stderr)
                continue
            picture = Image.open(png).convert("RGBA")
            ground = Image.new("RGBA", picture.size, "white")
            image = numpy.asarray(Image.alpha_composite(ground, picture).convert("RGB"))
            found[renderer] = [ink(image, shape) for shape in shapes(svg)]
        labels = shapes(svg)
        # Middle of each label: what it shows differs from its middle by how its letters look, so the
        # renderers are compared with each other and not with zero.
        for renderer, boxes in found.items():
            gone = shifted = wide = 0
            most = [0.0, 0.0, 0.0]
            for index, label in enumerate(labels):
                others = [boxes[index] for boxes in found.values() if boxes[index]]
                if boxes[index] is None or len(others) < 2:
                    gone += 1
                    print(f"{name}: {renderer} shows no letters in '{label[1]}'", file=sys.stderr)
                    continue
                usual = [statistics.median(box[side] for box in others) for side in range(4)]
                box = boxes[index]
                aside = abs((box[0] + box[2] - usual[0] - usual[2]) / 2)
                down = abs((box[1] + box[3] - usual[1] - usual[3]) / 2)
                ratio = abs((box[2] - box[0]) / (usual[2] - usual[0]) - 1)
                most = [max(most[0], aside), max(most[1], down), max(most[2], ratio)]
                limit = 2 if renderer.startswith("dot") else 1.5
                if aside > limit or down > limit:
                    shifted += 1
                    print(f"{name}: {renderer} shifts '{label[1]}' by {aside:.1f} and {down:.1f} pt", file=sys.stderr)
                if ratio > 0.15:
                    wide += 1
                    print(f"{name}: {renderer} sets '{label[1]}' {ratio:.0%} wider or narrower", file=sys.stderr)
            bad += gone + shifted + wide
            rows.append((name, renderer, len(labels), gone, shifted, wide, *most))
    print(f"{'picture':12} {'renderer':9} {'labels':>6} {'missing':>7} {'shifted':>7} {'other width':>11}   aside   down  width")
    for row in rows:
        print(f"{row[0]:12} {row[1]:9} {row[2]:6} {row[3]:7} {row[4]:7} {row[5]:11} {row[6]:6.2f} {row[7]:6.2f} {row[8]:6.1%}")
    print("aside, down: how far a label stands from where it stands in the middle one of all renderers, at most, in points")
    return 1 if bad else 0


sys.exit(main())
