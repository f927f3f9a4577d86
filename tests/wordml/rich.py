"""A Word file with everything in it that the reader knows, for fuzzing."""

from tests.wordml.files import item, level, lists, note, p, parts_of, reference, run, tbl, tc, tr

_BOX = f"<w:txbxContent>{p('Số: 12/BC')}{tbl(tr('9'))}</w:txbxContent>"
_DRAWN = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:blip/>{_BOX}</w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict>{_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_FIELD = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{run(kind)}' for kind in ("begin", "separate", "end"))
_BODY = (
    p(run("CHỈ ĐẠO", "<w:b/>"), '<w:pStyle w:val="A"/><w:jc w:val="center"/>')
    + item("một", 1)
    + item("hai", 2, 1)
    + p(run("Tháng 4") + reference(1) + _FIELD + _DRAWN, "<w:rPr><w:del/></w:rPr>")
    + p(
        f'<w:ins>{run("chèn", "<w:vanish/>")}</w:ins><w:del>{run("x")}</w:del><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    )
    + tbl(
        tr(tc("a", '<w:vMerge w:val="restart"/>'), tc("b", '<w:gridSpan w:val="2"/>')),
        tr(tc("", "<w:vMerge/>"), tc(p("c") + tbl(tr("d")) + p("e")), properties='<w:gridBefore w:val="1"/>'),
    )
    + f"<w:sdt><w:sdtContent>{p('ô nhập')}</w:sdtContent></w:sdt>"
    + '<w:sectPr><w:headerReference w:type="default" r:id="header_1"/><w:footerReference r:id="footer_1"/></w:sectPr>'
)
_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
_KINDS = {
    0: level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
    1: '<w:numStyleLink w:val="B"/>',
}
_ANEW = '1<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>'

PARTS = parts_of(
    _BODY,
    styles=_STYLES,
    numbering=lists(_KINDS, {1: "0", 2: _ANEW}),
    footnotes=note(1, "chú thích"),
    header_1=p("đầu"),
    footer_1=p("chân"),
    settings="<w:evenAndOddHeaders/>",
)
"""The parts of the package, by name."""
