#!/usr/bin/env python3
"""How wide texts are in the fonts of this machine, by Pango, which Graphviz asks.

usage: text_widths.py > text-widths.csv

A node without margin is as wide as its label. The fonts are those of the drawings: Arial or what stands for it,
and for other scripts what the machine falls back on (DejaVu Sans where this was recorded). Widths are in thousandths
of the font size.
"""
import csv, subprocess, sys

fonts = "Arial,Liberation Sans,Arimo,Noto Sans,DejaVu Sans,sans-serif"
texts = """Azerbaijan
United States
Svetlana Zhurova
−0.25 → −0.70
new −0.81
İlham Əliyev
Azərbaycan mediası
göstərilməyən zəif əlaqələr
Владимир Путин
Националистические СМИ России
самая сильная напряжённость
Ռուսաստան
Նիկոլ Փաշինյան
ամենաուժեղ լարվածությունը
საქართველო
აზერბაიჯანული მედია
ყველაზე ძლიერი დაძაბულობა
إلهام علييف
فلاديمير بوتين
وسائل الإعلام الأذربيجانية
علاقة جديدة أو بلا تغيير
روسيا
אילהם אלייב
ארצות הברית
המתיחות החזקה ביותר
Türkiye Cumhurbaşkanı Erdoğan
gösterilmeyen zayıf ilişkiler
Źdźbło pół żółć
Ελλάδα
Україна""".split("\n")

write = csv.writer(sys.stdout, lineterminator="\n").writerow
write(["text", "bold", "width"])
for bold in (0, 1):
    lines = []
    for number, text in enumerate(texts):
        label = f"<<B>{text}</B>>" if bold else f'"{text}"'
        lines.append(f"n{number} [label={label}]")
    graph = f'digraph {{ node [shape=plain, margin=0, fontsize=100, fontname="{fonts}"] {"; ".join(lines)} }}'
    plain = subprocess.run(["dot", "-Tplain"], input=graph, capture_output=True, text=True, check=True).stdout
    widths = {}
    for line in plain.splitlines():
        parts = line.split()
        if parts[0] == "node":
            widths[int(parts[1][1:])] = float(parts[4])
    for number, text in enumerate(texts):
        # Inches to points, at a hundred points a letter; plain labels have no room around them.
        write([text, bold, round(widths[number] * 720)])
