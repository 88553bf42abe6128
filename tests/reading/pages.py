"""Documents made for the tests: a small PDF, and a saved page with much around its prose."""


def pdf(pages: list[list[str]]) -> bytes:
    """Return a PDF of the given lines, a list for each page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for lines in pages:
        shown = "\n".join(f"({line}) Tj T*" for line in map(_escaped, lines))
        stream = f"BT /F1 10 Tf 50 780 Td 12 TL\n{shown}\nET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    return _written(objects)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _written(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Kenya - United States Department of State</title>
<style>p {color: red}</style></head><body>
<div id="wm-ipp-base">Saved 12 times by the archive, which writes a long line of its own here.</div>
<header><nav><ul><li>Home</li><li>About the department, its people and all else</li></ul></nav>
</header><main><div class="breadcrumbs">Home &gt; Reports</div>
<h1>2019 Trafficking in Persons Report: Kenya</h1><div class="entry-content">
<p>KENYA:&nbsp;TIER&nbsp;2</p>
<p>The Government of Kenya does not fully meet the minimum standards for the elimination of
trafficking but is making significant efforts to do so.</p>
<h3>PRIORITIZED RECOMMENDATIONS:</h3>
<ul><li>Increase efforts to prosecute.</li><li><span>Train officials.</span></li></ul>
<h3>PROSECUTION</h3>
<p>The government maintained efforts. Police at Nairobi&#8217;s airport arrested 5&nbsp;suspects
&amp; charged <b>three</b><sup>1</sup>.<br><br>Courts convicted two.</p>
<p>PROTECTION<br>Officials identified 12 victims on their 1<sup>st</sup> visit.</p></div></main>
<aside><p>Related: 2018 Trafficking in Persons Report: Peru. Police there arrested 99.</p></aside>
<div class="comments">No comments</div><footer>Contact us.</footer><script>var x = 7;</script>
</body></html>"""
