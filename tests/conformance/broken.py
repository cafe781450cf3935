"""Broken: PDFs with one fault each, put in on purpose, to prove that the gate can fail.

OWN lists (fault, the check of checks.py that must find it), VERAPDF (fault, flavour, the clause that
veraPDF must name). A fault is a function that changes an open pikepdf.Pdf."""
import json
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

import reader
from extract import remap

OWN = []
VERAPDF = []
# What is done to HTML and to Markdown: a pattern, and what becomes of what it finds first.
HTML = {'word-changed': (r'(<p>\w+ )\w+', r'\1annat'), 'heading-lost': (r'<h2 id="[a-z-]+">[^<]*</h2>\n', ''),
        'paragraphs-swapped': (r'(<p>[^\n]*</p>)\n(<p>[^\n]*</p>)', r'\2\n\1'),
        'cells-swapped': (r'(<td[^\n]*</td>)\n(<td[^\n]*</td>)', r'\2\n\1'),
        'level-changed': (r'<h2( id="[a-z-]+">[^<]*)</h2>', r'<h3\1</h3>'), 'space-may-break': ('\u00a0', ' ')}
MARKDOWN = {'word-changed': (r'^([A-ZÅÄÖ]\w+ )\w+', r'\1annat'), 'heading-lost': (r'^## [^I].*\n\n', ''),
            'paragraphs-swapped': (r'^(\w.*)\n\n(\w.*)$', r'\2\n\n\1'), 'level-changed': (r'^## ', '### '),
            'space-may-break': ('\u00a0', ' ')}


def found_by(*names):
    def add(function):
        OWN.extend((function, name) for name in names)
        return function
    return add


def refused_by(flavour, clause):
    def add(function):
        VERAPDF.append((function, flavour, clause))
        return function
    return add


def name_of(function):
    return function.__name__.replace('_', '-')


# ---- Finding one's way ----

def elements(pdf, type=None):
    """Every structure element, in order."""
    stack = [pdf.Root.StructTreeRoot.K]
    while stack:
        element = stack.pop()
        if not isinstance(element, Dictionary) or '/S' not in element:
            continue
        if type is None or element.S == '/' + type:
            yield element
        kids = element.get('/K', [])
        stack.extend(reversed(list(kids) if isinstance(kids, Array) else [kids]))


def first(pdf, type):
    return next(elements(pdf, type))


def links(pdf):
    return [annotation for page in pdf.pages for annotation in page.obj.get('/Annots', [])]


def parent_leaf(pdf):
    return pdf.Root.StructTreeRoot.ParentTree.Kids[0]


def rewrite(pdf, change, page=None):
    """The content of pages after `change` of their list of instructions."""
    for i, each in enumerate(pdf.pages):
        if page in (None, i):
            instructions = list(pikepdf.parse_content_stream(each))
            each.Contents = pdf.make_stream(pikepdf.unparse_content_stream(change(instructions)))


def begins(instruction, word):
    return str(instruction[1]) in ('BDC', 'BMC') and str(instruction[0][0]) == word


def change_packet(pdf, before, after):
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(before.encode(), after.encode(), data, flags=re.S))


# ---- Text and structure ----

@found_by('text-and-structure', 'content-order', 'formats-agree')
def kids_swapped(pdf):
    section = [e for e in elements(pdf, 'Sect') if len(e.K) > 3][0]
    section.K[1], section.K[2] = section.K[2], section.K[1]


@found_by('text-and-structure', 'formats-agree')
def letters_mapped_wrongly(pdf):
    remap(pdf, b'00E5', b'0061')


@found_by('text-and-structure', 'formats-agree')
def no_break_spaces_lost(pdf):
    remap(pdf, b'00A0', b'0020')


@found_by('text-and-structure')
def hyphen_left_in_its_word(pdf):
    remap(pdf, b'00AD', b'002D')


@found_by('text-and-structure', 'tags-of-marks', 'formats-agree')
def heading_as_paragraph(pdf):
    first(pdf, 'H2').S = Name.P


@found_by('text-and-structure')
def page_number_of_contents_wrong(pdf):
    remap(pdf, b'0033', b'0034')


def abbreviation(pdf):
    return next(element for element in elements(pdf, 'Span') if '/E' in element)


@found_by('abbreviations')
def abbreviation_of_nothing(pdf):
    del abbreviation(pdf).E


@found_by('abbreviations')
def abbreviation_of_something_else(pdf):
    abbreviation(pdf).E = String('internationellt postorgan')


@found_by('hyphens')
def hyphen_within_a_word(pdf):
    remap(pdf, b'006B', b'00AD')


@found_by('pdftotext')
def text_replaced_for_readers(pdf):
    def change(instructions):
        return [([Name.Span, Dictionary(MCID=0, ActualText=String('något annat'))], operator)
                if str(operator) == 'BDC' and operands[1].get('/MCID') == 0 else (operands, operator)
                for operands, operator in instructions]
    rewrite(pdf, change, 2)


@found_by('pdftotext')
def word_spread(pdf):
    """A gap in the middle of a word, where no space is said."""
    def change(instructions):
        at = next(i for i, x in enumerate(instructions)
                  if str(x[1]) == 'TJ' and len(x[0][0]) == 1 and len(bytes(x[0][0][0])) > 12)
        codes = bytes(instructions[at][0][0][0])
        spread = Array([String(codes[:4]), -600, String(codes[4:])])
        return instructions[:at] + [([spread], instructions[at][1])] + instructions[at + 1:]
    rewrite(pdf, change, 2)


# ---- Marks, parents, ids ----

@found_by('marked-content')
def mark_dropped(pdf):
    def change(instructions):
        at = next(i for i, x in enumerate(instructions) if begins(x, '/P'))
        end = next(i for i in range(at, len(instructions)) if str(instructions[i][1]) == 'EMC')
        return instructions[:at] + instructions[at + 1:end] + instructions[end + 1:]
    rewrite(pdf, change, 2)


@found_by('marked-content', 'parent-tree')
def mark_number_used_twice(pdf):
    def change(instructions):
        for operands, operator in instructions:
            if str(operator) == 'BDC' and operands[1].get('/MCID') == 1:
                operands[1].MCID = 0
        return instructions
    rewrite(pdf, change, 2)


@found_by('marked-content', 'text-and-structure')
def mark_not_in_the_structure(pdf):
    paragraph = first(pdf, 'P')
    paragraph.K = Array([])


@found_by('tags-of-marks')
def mark_tagged_otherwise(pdf):
    def change(instructions):
        return [([Name.Span, operands[1]], operator) if begins((operands, operator), '/P') else (operands, operator)
                for operands, operator in instructions]
    rewrite(pdf, change)


@found_by('parent-tree')
def parents_unsorted(pdf):
    numbers = list(parent_leaf(pdf).Nums)
    parent_leaf(pdf).Nums = Array(numbers[2:4] + numbers[0:2] + numbers[4:])


@found_by('parent-tree')
def parent_of_another(pdf):
    parents = parent_leaf(pdf).Nums[5]
    parents[0], parents[1] = parents[1], parents[0]


@found_by('parent-tree')
def parent_missing(pdf):
    del parent_leaf(pdf).Nums[5][0]


@found_by('parent-tree')
def limits_wrong(pdf):
    parent_leaf(pdf).Limits[1] = 1000


@found_by('parent-tree')
def next_key_taken(pdf):
    pdf.Root.StructTreeRoot.ParentTreeNextKey = 1


@found_by('ids')
def ids_unsorted(pdf):
    leaf = pdf.Root.StructTreeRoot.IDTree.Kids[0]
    names = list(leaf.Names)
    leaf.Names = Array(names[2:4] + names[0:2] + names[4:])


@found_by('ids')
def note_without_id(pdf):
    del first(pdf, 'Note').ID


# ---- Links, tables, furniture ----

@found_by('page-links')
@refused_by('ua1', '7.18.5')
def link_without_description(pdf):
    del links(pdf)[0].Contents


@found_by('page-links', 'parent-tree')
def link_without_parent(pdf):
    del links(pdf)[0].StructParent


@found_by('page-links')
@refused_by('3a', '6.3.2')
def link_not_printed(pdf):
    links(pdf)[0].F = 0


@found_by('page-links')
def link_beside_its_text(pdf):
    link = links(pdf)[0]
    link.Rect = Array([float(edge) + shift for edge, shift in zip(link.Rect, (0, 100, 0, 100))])


@found_by('page-links')
def link_to_nowhere(pdf):
    link = [link for link in links(pdf) if '/A' in link][0]
    link.A.URI = String('javascript:alert(1)')


@found_by('page-links')
def link_outside_the_structure(pdf):
    link = first(pdf, 'Link')
    link.K = Array([kid for kid in link.K if isinstance(kid, int)])


@found_by('table-cells')
@refused_by('ua1', '7.5')
def heads_without_scope(pdf):
    for cell in list(elements(pdf, 'TH')) + [cell for cell in elements(pdf, 'TD') if '/A' in cell]:
        del cell.A


@found_by('table-cells')
def cell_of_another_head(pdf):
    cell = [cell for cell in elements(pdf, 'TD') if '/Headers' in cell.get('/A', {})][0]
    cell.A.Headers[0] = cell.A.Headers[1]


@found_by('table-cells', 'text-and-structure')
def cell_missing(pdf):
    row = [row for row in elements(pdf, 'TR')][3]
    del row.K[1]


@found_by('table-cells', 'text-and-structure')
def head_of_plain_cells(pdf):
    for cell in list(elements(pdf, 'TH')):
        cell.S = Name.TD


def without_artifacts(pdf, type):
    """Artifacts of a type become paragraphs outside the structure."""
    def change(instructions):
        return [([Name.P, Dictionary(MCID=900 + i)], operator)
                if begins((operands, operator), '/Artifact') and operands[1].get('/Type') == type
                else (operands, operator) for i, (operands, operator) in enumerate(instructions)]
    rewrite(pdf, change)


@found_by('page-furniture', 'marked-content')
def header_as_content(pdf):
    without_artifacts(pdf, '/Pagination')


@found_by('page-furniture')
def foot_in_the_right_half(pdf):
    move(pdf, 1, (300, 0))


@found_by('page-furniture')
def artifact_of_no_type(pdf):
    def change(instructions):
        return [([Name.Artifact, Dictionary()], operator) if begins((operands, operator), '/Artifact')
                else (operands, operator) for operands, operator in instructions]
    rewrite(pdf, change)


@found_by('repeated-heads', 'marked-content')
def repeated_head_as_content(pdf):
    without_artifacts(pdf, '/Layout')


@found_by('bookmarks')
def bookmark_missing(pdf):
    top = pdf.Root.Outlines.First
    top.First.Next = top.First.Next.Next


@found_by('bookmarks')
def bookmark_to_another_page(pdf):
    pdf.Root.Outlines.First.Dest[0] = pdf.pages[3].obj


@found_by('pages')
def tabs_in_no_order(pdf):
    del pdf.pages[1].obj.Tabs


@found_by('pages')
def labels_from_five(pdf):
    pdf.Root.PageLabels.Nums[1].St = 5


@found_by('pages')
def page_of_another_size(pdf):
    pdf.pages[1].obj.MediaBox = Array([0, 0, 842, 595])


# ---- The logotype ----

@found_by('figures')
@refused_by('ua1', '7.3')
def figure_without_words(pdf):
    del first(pdf, 'Figure').Alt


@found_by('figures')
def figure_in_another_place(pdf):
    box = first(pdf, 'Figure').A.BBox
    box[1], box[3] = 10, 40


# ---- Fonts ----

@found_by('glyphs')
def glyph_without_meaning(pdf):
    remap(pdf, b'00E4', b'FFFD')


@found_by('glyphs')
def glyph_of_private_use(pdf):
    remap(pdf, b'00E4', b'E001')


@found_by('glyphs')
def empty_box_shown(pdf):
    font = pdf.pages[0].Resources.Font['/F0']
    stream = font.DescendantFonts[0].CIDToGIDMap
    stream.write(stream.read_bytes()[:10] + b'\0\0' + stream.read_bytes()[12:])


@found_by('glyphs', 'fonts')
@refused_by('3a', '6.2.11.7')
def font_without_meaning(pdf):
    del pdf.pages[0].Resources.Font['/F0'].ToUnicode


@found_by('fonts')
@refused_by('3a', '6.2.11.4')
def font_not_embedded(pdf):
    del pdf.pages[0].Resources.Font['/F0'].DescendantFonts[0].FontDescriptor.FontFile2


@found_by('fonts')
def font_not_a_subset(pdf):
    pdf.pages[0].Resources.Font['/F0'].BaseFont = Name('/OpenSans')


# ---- The file ----

@found_by('catalogue')
@refused_by('ua1', '7.2')
def language_missing(pdf):
    del pdf.Root.Lang


@found_by('catalogue')
@refused_by('3a', '6.7.2')
def not_marked(pdf):
    del pdf.Root.MarkInfo


@found_by('catalogue')
@refused_by('ua1', '7.1')
def title_not_shown(pdf):
    del pdf.Root.ViewerPreferences


@found_by('catalogue')
@refused_by('3a', '6.2.4')
def output_intent_missing(pdf):
    del pdf.Root.OutputIntents


@found_by('catalogue')
@refused_by('3a', '6.5.1')
def acts_by_itself(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String('app.alert(1)'))


@found_by('metadata')
@refused_by('ua1', '5')
def no_claim_of_accessibility(pdf):
    change_packet(pdf, '<pdfuaid:part>1</pdfuaid:part>', '')


@found_by('metadata')
@refused_by('3a', '6.6.4')
def no_claim_of_archiving(pdf):
    change_packet(pdf, '<pdfaid:part>3</pdfaid:part>', '')


@found_by('metadata')
def another_title(pdf):
    change_packet(pdf, '(<dc:title>.*?)Över', r'\1Under')


@found_by('metadata')
def another_diary_number(pdf):
    change_packet(pdf, 'KS 2020-17', 'KS 2020-18')


@found_by('metadata')
def another_date(pdf):
    change_packet(pdf, '2020-05-14', '2020-05-15')


@found_by('metadata')
def author_only_in_xmp(pdf):
    del pdf.trailer.Info['/Author']


@refused_by('3a', '6.7.3')
@refused_by('ua1', '7.1')
@found_by('text-and-structure', 'marked-content')
def structure_missing(pdf):
    del pdf.Root.StructTreeRoot


@found_by('file-size')
def big(pdf):
    del pdf.pages[2:]
    pdf.Root.Metadata.Extra = pdf.make_stream(bytes(range(256)) * 240)
    pdf.Root.Metadata.Extra.write(bytes((i * i * 31 + i // 7) & 255 for i in range(70000)))


# ---- What it was made from ----

def attached(pdf, ending):
    names = pdf.Root.Names.EmbeddedFiles.Names
    return next(entry for entry in names if isinstance(entry, Dictionary) and str(entry.UF).endswith(ending))


def change_attached(pdf, ending, change):
    """The size follows, so that nothing but the bytes is wrong."""
    stream = attached(pdf, ending).EF.F
    stream.write(change(stream.read_bytes()))
    stream.Params.Size = len(stream.read_bytes())


def change_summary(pdf, change):
    def changed(data):
        summary = json.loads(data.decode('utf-8'))
        change(summary)
        return json.dumps(summary, ensure_ascii=False).encode('utf-8')
    change_attached(pdf, 'underlag.json', changed)


@found_by('attachments')
def another_case_attached(pdf):
    change_attached(pdf, '.yaml', lambda data: data.replace('200 000'.encode(), '250 000'.encode()))


@found_by('attachments')
def case_not_attached(pdf):
    names = pdf.Root.Names.EmbeddedFiles.Names
    names_left = [i for i in range(0, len(names), 2) if not str(names[i]).endswith('.yaml')]
    pdf.Root.Names.EmbeddedFiles.Names = Array([names[i + j] for i in names_left for j in (0, 1)])


@found_by('attachments')
@refused_by('3a', '6.8')
def attachment_of_no_relation(pdf):
    del attached(pdf, '.yaml').AFRelationship


@found_by('attachments')
@refused_by('3a', '6.8')
def attachment_of_no_document(pdf):
    del pdf.Root.AF


@found_by('attachments')
def attachment_of_another_size(pdf):
    attached(pdf, '.yaml').EF.F.Params.Size = 1


@found_by('provenance', 'page-furniture')
def summary_unreadable(pdf):
    change_attached(pdf, 'underlag.json', lambda data: data[:-3])


@found_by('provenance')
def digest_of_another_file(pdf):
    def change(summary):
        digest = summary['filer'][-1]['sha256']
        summary['filer'][-1]['sha256'] = digest[1:] + digest[:1]
    change_summary(pdf, change)


@found_by('provenance')
def template_not_mentioned(pdf):
    def change(summary):
        summary['filer'] = [file for file in summary['filer'] if not file['fil'].endswith('overenskommelse.md')]
    change_summary(pdf, change)


@found_by('provenance')
def another_figure(pdf):
    def change(summary):
        next(value for value in summary['värden'] if value['värde'])['värde'] += 1
    change_summary(pdf, change)


@found_by('provenance', 'page-furniture')
def fingerprint_of_others(pdf):
    def change(summary):
        summary['fingeravtryck'] = summary['fingeravtryck'][::-1]
    change_summary(pdf, change)


@found_by('page-furniture')
def foot_missing(pdf):
    """The last that a page shows is its foot."""
    def change(instructions):
        last = max(i for i, (_, operator) in enumerate(instructions) if str(operator) in ('TJ', 'Tj'))
        return instructions[:last] + instructions[last + 1:]
    rewrite(pdf, change, 1)


# ---- The look ----

def move(pdf, page, shift):
    """Moves every line of running text on a page."""
    def change(instructions):
        return [([float(operands[0]) + shift[0], float(operands[1]) + shift[1]], operator)
                if str(operator) == 'Td' else (operands, operator) for operands, operator in instructions]
    rewrite(pdf, change, page)


@found_by('inside-margins')
def text_beyond_the_margin(pdf):
    move(pdf, 2, (150, 0))


@found_by('inside-margins')
def text_below_the_page(pdf):
    move(pdf, 2, (0, -60))


@found_by('overprinting')
def lines_on_each_other(pdf):
    def change(instructions):
        return [([operands[0], 400], operator) if str(operator) == 'Td' else (operands, operator)
                for operands, operator in instructions]
    rewrite(pdf, change, 2)


@found_by('whole-amounts')
def amounts_divided(pdf):
    """A new line begins after every no-break space."""
    spaces = {bytes([cid >> 8, cid & 255]) for page in pdf.pages for _, font in page.Resources.Font.items()
              for cid, text in reader.read_cmap(font.ToUnicode).items() if text == '\u00a0'}

    def change(instructions):
        for operands, operator in instructions:
            line = []
            for part in operands[0] if str(operator) == 'TJ' else []:
                data = bytes(part) if isinstance(part, String) else b''
                for at in range(0, len(data), 2):
                    line.append(String(data[at:at + 2]))
                    if data[at:at + 2] in spaces:
                        yield [Array(line)], operator
                        yield [0, -16], Operator('Td')
                        line = []
            yield ([Array(line)] if str(operator) == 'TJ' else operands), operator
    rewrite(pdf, lambda instructions: list(change(instructions)))


def write_all(good, folder):
    """Writes each fault's file and returns {fault's name: path}; one without a fault is among them,
    which shows that writing a file anew is no fault of its own."""
    paths = {}
    faults = {name_of(function): function for function, *_ in OWN + VERAPDF}
    for name, function in [('rewritten', lambda pdf: None)] + list(faults.items()):
        paths[name] = '%s/broken-%s.pdf' % (folder, name)
        with pikepdf.open(good) as pdf:
            function(pdf)
            pdf.save(paths[name], linearize=False)
    return paths
