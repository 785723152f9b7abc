"""What the files of the letters are: tagged, declared, sealed in their typefaces, the same each time."""

import io
import struct
from collections import Counter
from collections.abc import Iterator

import pikepdf
import pytest
import typst

from mespoints.letters.composing import STANDARDS, TEMPLATES, Composer, source_of
from mespoints.letters.contents import Letter, Letter48
from tests.letters.conftest import text_of

KINDS = ["48", "48N", "48M", "48SI", "46", "46D", "46B", "47", "rectificatif", "interdiction"]
XMP = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every element of a structure tree, in reading order."""
    children = node.get("/K", pikepdf.Array()) if isinstance(node, pikepdf.Dictionary) else node
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def roles(pdf: pikepdf.Pdf) -> list[str]:
    """The roles of the structure tree, in reading order."""
    return [str(element.S)[1:] for element in elements(pdf.Root.StructTreeRoot)]


def fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The descriptors of every typeface that a page uses."""
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            yield font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor


@pytest.mark.parametrize("kind", KINDS)
def test_it_declares_pdf_a_and_pdf_ua(kind: str, pdfs: dict[str, bytes]) -> None:
    """Metadata: PDF/A-2, level A, PDF/UA-1, the language, an output intent."""
    with pikepdf.open(io.BytesIO(pdfs[kind])) as pdf, pdf.open_metadata() as metadata:
        names = [("pdfaid", "part"), ("pdfaid", "conformance"), ("pdfuaid", "part")]
        declared = [metadata[f"{{{XMP[space]}}}{name}"] for space, name in names]

        assert ["2", "A", "1"] == declared
        assert "fr-FR" == str(pdf.Root.Lang)
        assert pdf.Root.MarkInfo.Marked
        assert 1 == len(pdf.Root.OutputIntents)


@pytest.mark.parametrize("kind", KINDS)
def test_its_title_is_the_one_that_is_printed(kind: str, pdfs: dict[str, bytes], texts: dict[str, str]) -> None:
    """Viewers show the title of the letter, not the name of a file; it comes after the place and the day."""
    with pikepdf.open(io.BytesIO(pdfs[kind])) as pdf, pdf.open_metadata() as metadata:
        title = metadata["dc:title"].replace("\N{NO-BREAK SPACE}", " ").replace("’", "'")

        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert f"Nantes, le vendredi 25 avril 2025 {title} Madame," in texts[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_its_syntax_is_sound(kind: str, pdfs: dict[str, bytes]) -> None:
    """qpdf, which pikepdf is made of, finds nothing wrong."""
    with pikepdf.open(io.BytesIO(pdfs[kind])) as pdf:
        assert [] == pdf.check_pdf_syntax()


@pytest.mark.parametrize("kind", KINDS)
def test_every_typeface_is_inside(kind: str, pdfs: dict[str, bytes]) -> None:
    """The letter looks the same everywhere: Typst's own typefaces, embedded, none of the system's."""
    with pikepdf.open(io.BytesIO(pdfs[kind])) as pdf:
        descriptors = list(fonts(pdf))
        names = {str(descriptor.FontName)[8:].split("-")[0] for descriptor in descriptors}

        assert {"LibertinusSerif", "DejaVuSansMono"} == names
        assert all({"/FontFile2", "/FontFile3"} & set(descriptor.keys()) for descriptor in descriptors)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_tagged(kind: str, pdfs: dict[str, bytes]) -> None:
    """One title, sections below it, lists and their items: what a screen reader goes by."""
    with pikepdf.open(io.BytesIO(pdfs[kind])) as pdf:
        counted = Counter(roles(pdf))

        assert 1 == counted["Document"] == counted["H1"]
        assert counted["H2"] >= 2
        assert counted["L"] >= 3
        assert counted["LI"] == counted["LBody"] == counted["Lbl"]
        assert not counted["Figure"]


@pytest.mark.parametrize("kind", ["48SI", "interdiction"])
def test_the_recap_is_one_table_with_its_headers(kind: str, pdfs: dict[str, bytes]) -> None:
    """A table that goes over to the next page stays one, its header cells are headers."""
    with pikepdf.open(io.BytesIO(pdfs[kind])) as pdf:
        counted = Counter(roles(pdf))

        assert (1, 1, 4) == (counted["Table"], counted["THead"], counted["TH"])


@pytest.mark.parametrize("kind", KINDS)
def test_composed_again_it_is_the_same_to_the_byte(
    kind: str, letters: dict[str, Letter], pdfs: dict[str, bytes]
) -> None:
    """By another compiler too, after other letters: its only date is its own."""

    assert pdfs[kind] == Composer().compose(letters[kind])


def test_the_reused_compiler_forgets_the_letter_before(composer: Composer, letters: dict[str, Letter]) -> None:
    """The names of one driver never stay for the next."""
    other = letters["48"]._replace(head=letters["48"].head._replace(reference="2025-999999"))
    composer.compose(letters["48"])

    assert "2025-000001" not in text_of(composer.compose(other))


@pytest.mark.parametrize("kind", KINDS)
def test_the_preview_has_the_pages_of_the_print(kind: str, composer: Composer, letters: dict[str, Letter]) -> None:
    """Same template, same fields: as many pictures as pages, A4 upright (width and height stand in a PNG's header)."""
    sizes = [struct.unpack(">II", page[16:24]) for page in composer.pictures(letters[kind], ppi=72)]

    assert [(595, 842), (595, 842)] == sizes


@pytest.mark.parametrize("kind", KINDS)
def test_two_pages_are_enough(kind: str, pdfs: dict[str, bytes]) -> None:
    """One sheet, printed on both sides."""
    with pikepdf.open(io.BytesIO(pdfs[kind])) as pdf:
        assert 2 == len(pdf.pages)


@pytest.fixture(scope="module")
def compiler() -> typst.Compiler:
    """Typst itself, to give it what our composer never would."""
    return typst.Compiler(root=TEMPLATES, ignore_system_fonts=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_strict(kind: str, letters: dict[str, Letter], compiler: typst.Compiler) -> None:
    """Without any one of its fields a letter is not composed: each is printed, and none has a default."""
    refused = []
    for name in letters[kind]._fields:
        source = source_of(letters[kind]).replace(rf"\"{name}\":".encode(), rb"\"elsewhere\":", 1)
        with pytest.raises(typst.TypstError, match=f'does not contain key "{name}"'):
            compiler.compile(source, format="pdf")
        refused.append(name)

    assert list(letters[kind]._fields) == refused


def test_no_letter_warns(letters: dict[str, Letter], compiler: typst.Compiler) -> None:
    """Typst has nothing to say: no missing typeface, no layout that does not settle."""
    said = {
        kind: compiler.compile_with_warnings(source_of(letter), format="pdf", pdf_standards=STANDARDS)[1]
        for kind, letter in letters.items()
    }

    assert {kind: [] for kind in KINDS} == said


def test_no_field_is_read_as_typst(composer: Composer, letters: dict[str, Letter]) -> None:
    """Quotes, backslashes and marks of Typst in a name are printed as they are."""
    letter = letters["48"]
    assert isinstance(letter, Letter48)
    strange = letter._replace(offence=letter.offence._replace(place='")) #panic("x") \\u{41} *a* $b$ @c'))

    assert '")) #panic("x") \\u{41} *a* $b$ @c' in text_of(composer.compose(strange))
