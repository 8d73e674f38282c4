#include "engine/office/pictures.hpp"

#include "engine/office/markdown/markdown_blocks.hpp"
#include "support/docx_pieces.hpp"
#include "support/pictures.hpp"

using namespace medskapa;
using namespace office_file;
using namespace example;
using office::Block;

namespace {

const std::string emf{"\x01\x00\x00\x00 EMF", 8};

/// A picture in a run, as word processors of this century have it.
std::string drawing(const std::string& id, const std::string& words, const std::string& run = {}) {
    return "<w:r><w:rPr>" + run + "</w:rPr><w:drawing><docPr descr=\"" + words +
           "\"/><pic:pic><pic:cNvPr descr=\"\"/><blip r:embed=\"" + id + "\"/></pic:pic></w:drawing></w:r>";
}

Parts with(const std::string& target, const std::string& name = {}, const std::string& bytes = {}) {
    Parts parts{{"word/_rels/document.xml.rels", relations({{"b", "image", target}})}};
    if (!name.empty()) parts[name] = bytes;
    return parts;
}

Parts with_screenshot() {
    return with("media/image1.png", "word/media/image1.png", screenshot());
}

office::Reading reading_of(const std::string& file) {
    auto reading = office::read(file);
    REQUIRE(reading);
    return *std::move(reading);
}

std::vector<Block::Kind> kinds_of(const office::Reading& reading) {
    std::vector<Block::Kind> kinds;
    for (const auto& block : reading.blocks) kinds.push_back(block.kind);
    return kinds;
}

}  // namespace

TEST_CASE("a picture of a DOCX follows its paragraph, with its bytes and what it shows") {
    const auto reading = reading_of(docx(
        in_paragraph(run("Före ") + drawing("b", "Karta över länet") + run("efter.")) + paragraph("Sist."),
        with_screenshot()));
    REQUIRE(kinds_of(reading) ==
            std::vector{Block::Kind::paragraph, Block::Kind::picture, Block::Kind::paragraph});
    CHECK(reading.blocks[0].text == "Före efter.");
    CHECK(reading.blocks[1].text == "Karta över länet");
    REQUIRE(reading.pictures.size() == 1);
    CHECK(reading.pictures.front().part == reading.blocks[1].address);
    CHECK(reading.pictures.front().bytes == screenshot());
    CHECK(reading.left_out.empty());
}

TEST_CASE("a picture that lies in a table's cell follows the table, and one of older days is read too") {
    const auto old =
        "<w:r><w:pict><v:shape alt=\"Gammal karta\"><v:imagedata r:id=\"b\"/></v:shape></w:pict></w:r>";
    const auto reading = reading_of(docx(table(row(cell(paragraph("Mål")) + cell(paragraph("År"))) +
                                               row(cell(in_paragraph(old)) + cell(paragraph("2030")))),
        with_screenshot()));
    REQUIRE(kinds_of(reading) == std::vector{Block::Kind::table, Block::Kind::picture});
    CHECK(reading.blocks[1].text == "Gammal karta");
    CHECK(reading.left_out.empty());
}

TEST_CASE("pictures of a group keep their own words, and what fills the shapes among them is counted") {
    const auto pic = [](const std::string& words, const std::string& blip) {
        return "<pic:pic><pic:cNvPr descr=\"" + words + "\"/><blip " + blip +
               "/><pic:spPr><blip r:embed=\"fill\"/></pic:spPr></pic:pic>";
    };
    const auto shape =
        std::string{"<wsp><cNvPr descr=\"En pil\"/><spPr><blip r:embed=\"fill\"/></spPr></wsp>"};
    const Parts parts{{"word/_rels/document.xml.rels", relations({{"b", "image", "media/image1.png"},
                                                           {"fill", "image", "media/fill.png"}})},
        {"word/media/image1.png", screenshot()}, {"word/media/fill.png", photo()}};
    const auto read_group = [&](const std::string& group) {
        return reading_of(docx(paragraph("Text.") + in_paragraph("<w:r><w:drawing><docPr/><wgp>" + group +
                                                                 "</wgp></w:drawing></w:r>"),
            parts));
    };

    const auto reading =
        read_group(shape + pic("Karta", "r:embed=\"b\"") + shape + pic("Länkad", "r:link=\"b\"") + shape);
    REQUIRE(kinds_of(reading) == std::vector{Block::Kind::paragraph, Block::Kind::picture});
    CHECK(reading.blocks[1].text == "Karta");
    REQUIRE(reading.pictures.size() == 1);
    CHECK(reading.pictures.front().bytes == screenshot());
    CHECK(reading.left_out == Counts{{LeftOut::picture, 6}});

    const auto shapes = read_group(shape + shape);
    CHECK(shapes.pictures.empty());
    CHECK(shapes.left_out == Counts{{LeftOut::picture, 2}});
}

TEST_CASE("a picture that is hidden, deleted or only linked is no picture of the text") {
    const auto left_out = [](const std::string& body, const Parts& parts) {
        const auto reading = reading_of(docx(paragraph("Text.") + body, parts));
        CHECK(reading.pictures.empty());
        CHECK(kinds_of(reading) == std::vector{Block::Kind::paragraph});
        return reading.left_out;
    };
    CHECK(left_out(in_paragraph(drawing("b", "Dold", "<w:vanish/>")), with_screenshot()) ==
          Counts{{LeftOut::hidden, 1}});
    CHECK(left_out(in_paragraph("<w:del>" + drawing("b", "Struken") + "</w:del>"), with_screenshot()) ==
          Counts{{LeftOut::deleted, 1}});
    CHECK(left_out(in_paragraph(drawing("b", "Länkad")), with("!https://example.org/a.png")) ==
          Counts{{LeftOut::picture, 1}});
}

TEST_CASE("a relation that leads outside the archive reads nothing, and the picture is counted") {
    for (const auto* target : {"../../../../etc/hostname", "/etc/hostname", "..\\..\\windows\\win.ini",
             "media/missing.png", "document.xml", "file:///etc/hostname", ""}) {
        CAPTURE(target);
        const auto reading =
            reading_of(docx(in_paragraph(drawing("b", "x")) + paragraph("Text."), with(target)));
        CHECK(reading.pictures.empty());
        CHECK(reading.left_out == Counts{{LeftOut::picture, 1}});
    }
    for (const auto* address : {"../../etc/hostname", "/etc/hostname", "https://example.org/a.png",
             "Pictures/missing.png", "content.xml", ""}) {
        CAPTURE(address);
        const auto reading = reading_of(odt("<text:p>Text.<draw:frame><draw:image xlink:href=\"" +
                                            std::string{address} + "\"/></draw:frame></text:p>"));
        CHECK(reading.pictures.empty());
        CHECK(reading.left_out == Counts{{LeftOut::picture, 1}});
    }
}

TEST_CASE("what is neither JPEG nor PNG is counted, whatever it is called, and so is what is too much") {
    const auto left_out = [](const std::string& bytes) {
        const auto reading = reading_of(docx(in_paragraph(drawing("b", "x")) + paragraph("Text."),
            with("media/image1.png", "word/media/image1.png", bytes)));
        CHECK(reading.pictures.empty());
        return reading.left_out;
    };
    const Counts one{{LeftOut::picture, 1}};
    CHECK(left_out(emf) == one);
    CHECK(left_out("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>") == one);
    CHECK(left_out("") == one);
    std::string noise(office::largest_picture + 1, 'x');
    std::uint32_t state = 7;
    for (auto& c : noise) c = static_cast<char>((state = state * 1'664'525 + 1'013'904'223) >> 24);
    noise.replace(0, 8, "\x89PNG\r\n\x1A\n");
    CHECK(left_out(noise) == one);

    Parts many;
    std::vector<std::array<std::string, 3>> all;
    std::string body = paragraph("Text.");
    for (std::size_t n = 0; n < office::most_pictures + 3; ++n) {
        const auto name = "media/" + std::to_string(n) + ".png";
        many["word/" + name] = screenshot();
        all.push_back({"b" + std::to_string(n), "image", name});
        body += in_paragraph(drawing("b" + std::to_string(n), "x"));
    }
    many["word/_rels/document.xml.rels"] = relations(all);
    const auto reading = reading_of(docx(body, many));
    CHECK(reading.pictures.size() == office::most_pictures);
    CHECK(reading.left_out == Counts{{LeftOut::picture, 3}});
}

TEST_CASE("an ODT gives the picture that everybody can show, with its description") {
    const auto reading = reading_of(odt(
        "<text:p>Text.<draw:frame><draw:image xlink:href=\"Pictures/a.svg\"/><draw:image "
        "xlink:href=\"./Pictures/a.png\"/><svg:title "
        "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">Bild 1</svg:title><svg:desc "
        "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">Vägen &amp; "
        "byn</svg:desc></draw:frame></text:p>",
        {{"Pictures/a.svg", "<svg/>"}, {"Pictures/a.png", screenshot()}}));
    REQUIRE(kinds_of(reading) == std::vector{Block::Kind::paragraph, Block::Kind::picture});
    CHECK(reading.blocks[1].text == "Vägen & byn");
    CHECK(reading.pictures.front().bytes == screenshot());
    CHECK(reading.left_out.empty());
}

TEST_CASE("what a picture shows is words, whatever they look like, and a file's name is none") {
    const auto picture = *name_of_picture(screenshot());
    for (const std::string words : {"](javascript:alert(1)) ![x](bild:y)", "<script>alert(1)</script>", "a\\",
             "**fet** `kod` [^1] [länk](https://example.org)", "&amp; &lt; | ~~x~~", "# 1. - > x", "[[", "]]",
             "https://example.org/a_b_c", "\"citat\" och 'citat'"}) {
        CAPTURE(words);
        Block block{.kind = Block::Kind::picture};
        block.text = words;
        block.address = address_of(picture);
        const auto markdown = office::markdown_of({block}, "T");
        struct Found : office::BlockSink {
            std::vector<office::TextBlock> blocks;
            void add(const office::TextBlock& one) override { blocks.push_back(one); }
            void begin_table(const office::TableHead&) override {}
            void add_row(const office::TableRow&) override {}
            void end_table() override {}
            void finish() override {}
        } found;
        office::add_markdown(found, markdown.substr(markdown.find("!")));
        REQUIRE(found.blocks.size() == 1);
        CHECK(found.blocks.front().picture == picture);
        CHECK(found.blocks.front().spans.front().text == words);
    }
    const auto said_of = [](const std::string& name) {
        return reading_of(docx(in_paragraph(drawing("b", name)), with_screenshot())).blocks.front().text;
    };
    for (const auto* name : {"C:\\Users\\Anna Berg\\karta 1.JPG", "C:/karta 1.jpg", "/home/anna berg/a.png",
             "image1.png", "bild.emf", "file://anna berg/a.png", "Mina bilder/År 1/karta 2.png",
             "Skärmbild 2024-05-01 120000.png", "WhatsApp Image 2023-05-01 at 10.00.00.jpeg",
             "Screenshot 2024-05-01 at 10.00.00\u202FAM.png", "Karta över Åre.png", "Image 1 (2) (3).JPG",
             ".png", "a b c .png"})
        CHECK_MESSAGE(said_of(name).empty(), name);
    for (const auto* words : {"Kartan över länet är hämtad ur karta.png", "In-/utflyttning, se flytt.PNG"})
        CHECK(said_of(words) == words);
}

TEST_CASE(
    "a picture that leaves in a DOCX or ODT comes back the same, and one that is not kept as its words") {
    const auto name = *name_of_picture(screenshot());
    const auto words = std::string{"Karta \"över\" <länet> & [havet]"};
    for (const auto make : {office::docx_writer, office::odt_writer}) {
        std::ostringstream out;
        const auto writer = make(out, office::DocumentHead{"T", "sv"});
        std::size_t asked = 0;
        office::FileSink sink{*writer, {[&](const KeptPicture& picture) { return picture == name; },
                                           [&](const KeptPicture&) { return ++asked, screenshot(); }}};
        auto shown = office::block(office::TextBlock::Kind::picture, words);
        shown.picture = name;
        auto missing = office::block(office::TextBlock::Kind::picture, std::string{"Den som saknas"});
        missing.picture = name;
        missing.picture->digest = std::string(64, '0');
        for (const auto& block : {office::heading(1, "T"), shown, shown, missing}) sink.add(block);
        CHECK(asked == 0);  // nothing large waits in memory for the end of the text
        sink.finish();
        CHECK(asked == 1);
        const auto reading = reading_of(out.str());
        REQUIRE(kinds_of(reading) == std::vector{Block::Kind::title, Block::Kind::picture,
                                         Block::Kind::picture, Block::Kind::paragraph});
        CHECK(reading.blocks[1].text == words);
        CHECK(reading.blocks[3].text == "Den som saknas");
        REQUIRE(reading.pictures.size() == 1);
        CHECK(reading.pictures.front().bytes == screenshot());
        const auto file = out.str();
        for (const auto& entry : zip::directory(file))
            if (entry.name.ends_with(".xml")) CHECK_FALSE(office::read_xml(*zip::content(file, entry), {}));
    }
}
