#!/usr/bin/env python3
"""Puts a figure into documents as its snippet says, and looks at what comes out.

    Tests/Renderers/documents.py ENTENTE FOLDER

Word: python-docx makes a document with the PNG in the size that the snippet names, the SVG beside it as
Word itself stores it, caption and alternative text; it is opened again, and LibreOffice makes a PDF of it.
Quarto: Pandoc, which Quarto is built on, makes HTML, DOCX and (by pdflatex, where it is installed) PDF of
the snippet. Every step says ok: or bad:; what is not installed is named. Exits with 1 where something is bad.
"""
import os
import re
import shutil
import subprocess
import sys
import zipfile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Emu, Inches

entente, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
case = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../graphs/caucasus-2025.yaml"))
VIEWS = {
    "shift": ["--from", "2025-05-08", "--level", "state"],
    "matrix": ["--view", "matrix", "--at", "2025-05-19", "--level", "state"],
    "multiples": ["--view", "multiples", "--level", "state", "--dates", "2025-01-31,2025-05-08,2025-05-19"],
}
os.makedirs(folder, exist_ok=True)
os.chdir(folder)
bad = 0


def check(what, holds, more=""):
    global bad
    bad += not holds
    print(f"{'ok' if holds else 'bad'}: {what}{'' if holds else ': ' + str(more)[:300]}")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=180)


def snippet(view, target):
    return run(entente, "render", case, *VIEWS[view], "--for", target, "-o", f"{view}-{target}").stdout


def word(view):
    text = snippet(view, "docx")
    fields = dict(re.findall(r"^(\w[\w ]*): +(.*)$", text, re.M))
    width, height = map(float, re.match(r"([\d.]+) × ([\d.]+) inches", fields["Size"]).groups())
    document = Document()
    picture = document.add_picture(f"{view}-docx.png", width=Inches(width))
    natural = Document().add_picture(f"{view}-docx.png")
    # The snippet rounds to tenths of an inch.
    check(f"word {view}: the PNG has the size of the snippet by itself",
          abs(natural.width / Inches(1) - width) < 0.06 and abs(natural.height / Inches(1) - height) < 0.06,
          (natural.width / Inches(1), natural.height / Inches(1), fields["Size"]))
    check(f"word {view}: it fits between the margins", natural.width <= document.sections[0].page_width - Emu(2 * 914400) + 9000)
    properties = picture._inline.docPr
    properties.set("descr", fields["Alt text"])
    part = Part(PackURI(f"/word/media/{view}.svg"), "image/svg+xml", open(f"{view}-docx.svg", "rb").read(), document.part.package)
    link = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = picture._inline.graphic.graphicData.pic.blipFill.blip
    blip.append(parse_xml(
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:embed="{link}"/></a:ext></a:extLst>'))
    document.add_paragraph(fields["Caption"], style="Caption")
    document.save(f"{view}.docx")
    again = Document(f"{view}.docx")
    check(f"word {view}: opens again with its picture", len(again.inline_shapes) == 1)
    check(f"word {view}: with its alternative text", again.inline_shapes[0]._inline.docPr.get("descr") == fields["Alt text"])
    check(f"word {view}: with its caption", any(p.text == fields["Caption"] for p in again.paragraphs))
    names = zipfile.ZipFile(f"{view}.docx").namelist()
    check(f"word {view}: holds PNG and SVG", any(n.endswith(".png") for n in names) and any(n.endswith(".svg") for n in names), names)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return print("skipped: LibreOffice is not installed")
    run(office, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", f"{view}.docx")
    pages = run("pdfinfo", f"{view}.pdf").stdout
    check(f"word {view}: LibreOffice makes one page of it", re.search(r"Pages: +1\n", pages), pages)
    shown = run("pdftotext", f"{view}.pdf", "-").stdout
    check(f"word {view}: with the caption", fields["Caption"].split(":")[0] in re.sub(r"\s+", " ", shown), shown)
    images = run("pdfimages", "-list", f"{view}.pdf").stdout
    check(f"word {view}: and the picture", "image" in images or "Azerbaijan" in shown.replace(fields["Caption"], ""), images)


def quarto(view):
    if not shutil.which("pandoc"):
        return print("skipped: Pandoc is not installed")
    text = snippet(view, "quarto")
    with open(f"{view}.md", "w", encoding="utf-8") as file:
        file.write("# A figure\n\n" + text)
    alternative = re.search(r'fig-alt="(.*)"\}', text).group(1)
    run("pandoc", f"{view}.md", "-s", "--metadata", "title=x", "-o", f"{view}.html")
    page = open(f"{view}.html", encoding="utf-8").read()
    figure = re.search(r"<figure.*?</figure>", page, re.S)
    check(f"quarto {view}: HTML has a figure", figure, page[-900:])
    figure = figure.group(0) if figure else ""
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", figure)).strip()
    caption = re.sub(r"\\(.)", r"\1", re.match(r"!\[(.*)\]\(", text).group(1))
    check(f"quarto {view}: the caption came through unchanged", plain == caption, plain)
    squeezed = re.sub(r"\s+", " ", figure).replace("&quot;", '"').replace("&amp;", "&")
    check(f"quarto {view}: so did the alternative text", alternative in squeezed, squeezed)
    check(f"quarto {view}: it has the id that a text refers to", f'id="fig-{view}-quarto"' in figure, figure[:200])
    run("pandoc", f"{view}.md", "-o", f"{view}-quarto.docx")
    pictures = [n for n in zipfile.ZipFile(f"{view}-quarto.docx").namelist() if "media" in n]
    check(f"quarto {view}: DOCX has the picture", pictures, pictures)
    check(f"quarto {view}: and opens", len(Document(f"{view}-quarto.docx").paragraphs) > 1)
    if shutil.which("pdflatex") and shutil.which("rsvg-convert"):
        # pdflatex has no arrows and no minus as letters; Quarto takes LuaLaTeX for such.
        with open(f"{view}-latin.md", "w", encoding="utf-8") as file:
            file.write(re.sub(r"!\[.*?\]\(", "![A figure](", text))
        made = subprocess.run(["pandoc", f"{view}-latin.md", "-o", f"{view}-quarto.pdf"], capture_output=True, text=True)
        if made.returncode == 0:
            shown = run("pdftotext", f"{view}-quarto.pdf", "-").stdout
            check(f"quarto {view}: PDF has the names as text", "Azerbaijan" in shown, shown)
        else:
            print(f"skipped: this LaTeX has not what Pandoc asks for ({made.stderr.strip().splitlines()[-1] if made.stderr.strip() else ''})")


for view in VIEWS:
    word(view)
    quarto(view)
sys.exit(1 if bad else 0)
