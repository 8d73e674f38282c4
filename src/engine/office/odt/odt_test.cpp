#include "support/odt_pieces.hpp"
#include "support/readings.hpp"

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

using namespace example;

namespace {

std::string span(const std::string& style, const std::string& text) {
    return "<text:span text:style-name=\"" + style + "\">" + text + "</text:span>";
}

}  // namespace

TEST_CASE("an ODT's hidden words, paragraphs, sections, rows and frames are left out and counted") {
    const auto hidden = [](const std::string& content) {
        const auto reading = with_styles(p("Synligt.") + content,
            style("text", "D", "text:display=\"none\"") +
                style("text", "D2", "fo:font-weight=\"bold\"", "D") +
                style("text", "V", "text:display=\"condition\" text:condition=\"ooow:1\"") +
                style("paragraph", "PD", "text:display=\"none\"") + style("paragraph", "PD2", "", "PD"));
        CHECK(reading.text.find("DOLT") == std::string::npos);
        CHECK(reading.text.starts_with("Synligt."));
        CHECK(reading.left_out == Counts{{LeftOut::hidden, 1}});
    };
    hidden(p("a" + span("D", " DOLT")));
    hidden(p("a" + span("D2", " DOLT")));
    hidden(p("a" + span("V", " DOLT")));
    hidden(p("a" + span("D", span("x", " DOLT"))));
    hidden(p("DOLT", "PD"));
    hidden(p("DOLT", "PD2"));
    hidden("<text:section text:display=\"none\">" + p("DOLT") + h(1, "DOLT") + "</text:section>");
    hidden("<text:section text:display=\"condition\" text:condition=\"ooow:x==1\">" + p("DOLT") +
           "</text:section>");
    hidden(
        "<text:section text:display=\"condition\" text:is-hidden=\"true\">" + p("DOLT") + "</text:section>");
    hidden(p("DOLT<text:hidden-paragraph text:condition=\"ooow:1\" text:is-hidden=\"true\"/>"));
    hidden(p("DOLT<text:hidden-paragraph text:condition=\"ooow:x\"/>"));
    hidden(p("a<text:hidden-text text:condition=\"ooow:1\" text:is-hidden=\"true\">DOLT</text:hidden-text>"));
    hidden(p(
        "a<draw:frame draw:display=\"none\"><draw:text-box>" + p("DOLT") + "</draw:text-box></draw:frame>"));
    hidden("<table:table><table:table-row><table:table-cell>" + p("a") +
           "</table:table-cell><table:table-cell>" + p("b") +
           "</table:table-cell></table:table-row><table:table-row table:visibility=\"collapse\">"
           "<table:table-cell>" +
           p("DOLT") + "</table:table-cell></table:table-row></table:table>");
}

TEST_CASE("a section that is shown, and words whose condition says so, are read") {
    CHECK(odt_text("<text:section>" + p("ett") +
                   "</text:section><text:section text:display=\"condition\" "
                   "text:is-hidden=\"false\">" +
                   p("två") + "</text:section>" +
                   p("tre<text:hidden-text text:is-hidden=\"false\"> fyra</text:hidden-text>")) ==
          "ett\n\ntvå\n\ntre fyra");
}

TEST_CASE("looks of an ODT come from styles and those they build on") {
    const auto styles = style("text", "Strong", "fo:font-weight=\"bold\"") +
                        style("text", "T2", "fo:color=\"#000000\"", "Strong") +
                        style("text", "Av", "fo:font-weight=\"normal\"", "Strong") +
                        style("text", "K", "fo:font-style=\"italic\"") +
                        style("text", "S", "style:text-line-through-style=\"solid\"") +
                        style("text", "S0", "style:text-line-through-style=\"none\"", "S") +
                        style("text", "U", "style:text-position=\"super 58%\"") +
                        style("text", "N", "style:text-position=\"sub 58%\"") +
                        style("text", "U2", "style:text-position=\"33% 58%\"") +
                        style("paragraph", "PS", "style:text-line-through-type=\"single\"");
    const auto text = [&](const std::string& content) { return with_styles(content, styles).text; };
    CHECK(text(p("Det är " + span("T2", "viktigt") + ".")) == "Det är **viktigt**.");
    CHECK(text(p(span("Strong", "ett " + span("Av", "två")))) == "**ett** två");
    CHECK(text(p(span("Strong", span("K", "båda")))) == "***båda***");
    CHECK(
        text(p("ska " + span("S", "öka") + " minska, " + span("S0", "kvar"))) == "ska ~~öka~~ minska, kvar");
    CHECK(text(p("allt", "PS")) == "~~allt~~");
    CHECK(text(p("10" + span("U", "6") + " m" + span("U2", "3") + " CO" + span("N", "2"))) == "10⁶ m³ CO₂");
}

TEST_CASE("tables of an ODT keep their columns") {
    const auto cell = [](const std::string& text, const std::string& more = {}) {
        return "<table:table-cell " + more + ">" + (text.empty() ? "" : p(text)) + "</table:table-cell>";
    };
    const auto row = [](const std::string& cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    };
    const auto table = [](const std::string& rows) { return "<table:table>" + rows + "</table:table>"; };
    const std::string covered = "<table:covered-table-cell/>";
    const auto head = row(cell("A") + cell("B") + cell("C"));
    const std::string top = "| A | B | C |\n| --- | --- | --- |\n";
    CHECK(odt_text(table(head + row(cell("Skog", "table:number-rows-spanned=\"2\"") + cell("b") + cell("c")) +
                         row(covered + cell("d") + cell("e")))) == top + "| Skog | b | c |\n|  | d | e |");
    CHECK(
        odt_text(table(head + row(cell("ab", "table:number-columns-spanned=\"2\"") + covered + cell("c")))) ==
        top + "| ab |  | c |");
    CHECK(odt_text(table(head + row(cell("ab", "table:number-columns-spanned=\"2\"") + cell("c")))) ==
          top + "| ab |  | c |");
    CHECK(odt_text(table(head + row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" +
                                    cell("c")))) == top + "|  |  | c |");
    CHECK(odt_text(table(head + row(cell("x", "table:number-columns-repeated=\"2\"") + cell("c")))) ==
          top + "| x | x | c |");
    CHECK(odt_text(table(row(cell("A") + cell("B")) +
                         row(cell("1") + "<table:table-cell>" + p("x") + p("y") + "</table:table-cell>"))) ==
          "| A | B |\n| --- | --- |\n| 1 | x<br>y |");
}

TEST_CASE(
    "indexes, changes, comments, pictures and objects of an ODT are left out and counted, a bibliography is "
    "not") {
    const auto reading =
        read(odt("<text:tracked-changes><text:changed-region><text:deletion>" + p("borta") +
                 "</text:deletion></text:changed-region></text:tracked-changes>" +
                 p("Text.<office:annotation>" + p("Nej!") + "</office:annotation>") +
                 "<text:bibliography><text:index-body>" + p("Bok 1") +
                 "</text:index-body></text:bibliography>"
                 "<text:user-index><text:index-body>" +
                 p("Post ..... 3") +
                 "</text:index-body></text:user-index>"
                 "<text:object-index><text:index-body>" +
                 p("Objekt ..... 4") + "</text:index-body></text:object-index>" +
                 p("<draw:frame><draw:image xlink:href=\"https://example.org/a.png\"/></draw:frame>"
                   "<draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image "
                   "xlink:href=\"./b.png\"/></draw:frame>") +
                 p("<text:placeholder>&lt;Namn&gt;</text:placeholder>")));
    CHECK(reading.text == "Text.\n\nBok 1");
    CHECK(reading.left_out == Counts{{LeftOut::picture, 1}, {LeftOut::object, 1}, {LeftOut::deleted, 1},
                                  {LeftOut::comment, 1}, {LeftOut::contents, 2}, {LeftOut::prompt, 1}});
}

TEST_CASE("an equation of an ODT is read from its own part") {
    const auto with = [](const std::string& math) {
        return read(
            odt(p("då <draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image/></draw:frame> gäller"),
                {{"Object 1/content.xml",
                    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow>" + math +
                        "</mrow><annotation encoding=\"StarMath 5.0\">x</annotation></semantics></math>"}}));
    };
    CHECK(with("<msup><mi>x</mi> <mn>2</mn></msup><mo>=</mo><mfrac><mn>1</mn><mi>n</mi></mfrac>").text ==
          "då x² = 1/n gäller");
    CHECK(
        with("<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>").left_out == Counts{{LeftOut::equation, 1}});
}

TEST_CASE("text boxes and shapes of an ODT stand after their paragraph, and notes keep their links") {
    CHECK(odt_text(
              p("Före.<draw:frame><draw:text-box>" + p("I rutan.") + "</draw:text-box></draw:frame> Efter.") +
              p("<draw:custom-shape>" + p("I formen.") + "</draw:custom-shape>")) ==
          "Före. Efter.\n\nI rutan.\n\nI formen.");
    CHECK(odt_text(p("Ord<text:note><text:note-citation>1</text:note-citation><text:note-body>" +
                     p("<text:a xlink:href=\"https://example.org/lag\">Lag</text:a>.") + p("# två") +
                     "</text:note-body></text:note>.")) ==
          "Ord[^1].\n\n[^1]: [Lag](https://example.org/lag). \\# två");
}

TEST_CASE("an ODT with an empty library is no macro, and one with a password is called locked") {
    CHECK(
        read(odt(p("a"), {{"Basic/script-lc.xml", "<x/>"}, {"Basic/Standard/script-lb.xml", "<x/>"}})).text ==
        "a");
    CHECK_FALSE(office::read(odt(p("a"), {{"Basic/Standard/Module1.xml", "<x/>"}})));
    const auto locked = office::read(odt(p("a"),
        {{"content.xml", std::string(3000, '\x07')},
            {"META-INF/manifest.xml",
                "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></"
                "manifest:manifest>"}}));
    REQUIRE_FALSE(locked);
    CHECK(locked.error().complaints.front().message == std::string{office::locked});
    const std::string compound{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
    std::string name;
    for (const char c : std::string{"EncryptedPackage"}) name += std::string{c} + '\0';
    CHECK(office::read(compound + std::string(500, '\0') + name).error().complaints.front().message ==
          std::string{office::locked});
    CHECK(office::read(compound).error().complaints.front().message.find("DOC") != std::string::npos);
}

TEST_CASE(
    "a table of more cells than a text has is refused, by its rows, its columns or what it says of them") {
    const auto repeated = [](const std::string& cells) {
        return "<table:table><table:table-row><table:table-cell>" + p("A") +
               "</table:table-cell><table:table-cell>" + p("B") +
               "</table:table-cell></table:table-row><table:table-row "
               "table:number-rows-repeated=\"2147483647\">" +
               cells + "</table:table-row></table:table>";
    };
    const std::string top = "| A | B |\n| --- | --- |";
    CHECK(odt_text(repeated("") + p("Efter.")) == top + "\n\nEfter.");
    CHECK(odt_text(repeated("<table:table-cell/><table:table-cell/>") + p("Efter.")) == top + "\n\nEfter.");
    const auto words = std::string(2'000, 'x');
    const auto cell = "<table:table-cell>" + p(words) + "</table:table-cell>";
    const auto is_refused = [](const std::string& content) {
        const auto reading = office::read(odt(content));
        return !reading &&
               reading.error().complaints.front().message.find("spreadsheet") != std::string::npos;
    };
    CHECK(is_refused(repeated(cell + cell)));

    const auto small = "<table:table-cell>" + p("x") + "</table:table-cell>";
    std::string wide;
    for (int n = 0; n < 400; ++n) wide += small;
    std::string rows = "<table:table-row>" + wide + "</table:table-row>";
    for (int n = 0; n < 600; ++n) rows += "<table:table-row>" + small + "</table:table-row>";
    CHECK(is_refused("<table:table>" + rows + "</table:table>"));
}
