#include "web/document/pictures.hpp"

#include "base/archive/zip.hpp"
#include "domain/document/picture.hpp"
#include "engine/office/read.hpp"
#include "support/office_files.hpp"
#include "support/pictures.hpp"
#include "support/text_site.hpp"
#include "web/document/text_file.hpp"
#include "web/markup/markdown.hpp"

#include <fstream>
#include <iterator>
#include <regex>

using namespace example;
using web::http::Method;

namespace {

std::string plan(const std::string& words, const std::string& bytes = photo()) {
    return office_file::docx(
        office_file::styled("Title", "Plan") + office_file::paragraph("Länet är långt.") +
            office_file::in_paragraph("<w:r><w:drawing><docPr descr=\"" + words +
                                      "\"/><pic:pic><blip r:embed=\"b\"/></pic:pic></w:drawing></w:r>"),
        {{"word/_rels/document.xml.rels", office_file::relations({{"b", "image", "media/a.jpg"}})},
            {"word/media/a.jpg", bytes}});
}

web::Response send(
    const Text& at, const std::string& below, const std::string& bytes, const web::http::Fields& form = {}) {
    auto request = at.site.request(Method::post, desk + below, at.session);
    request.form.insert(request.form.end(), form.begin(), form.end());
    request.uploads.push_back({"fil", "plan.docx", bytes});
    return at.site.answer(request);
}

void begin(const Text& at, const std::string& words) {
    REQUIRE(send(at, "/texter", plan(words), {{"titel", "Plan"}, {"kod", "PLAN"}}).status == 303);
}

web::Response draft(const Text& at) {
    return at.site.get(desk + "/texter/PLAN", at.session);
}

/// The address of the first picture of a page.
std::string picture_of(const web::Response& page) {
    std::smatch found;
    const std::string body = page.body;
    REQUIRE(std::regex_search(body, found, std::regex{"<figure class=\"picture\"><img src=\"([^\"]+)\""}));
    return found[1];
}

web::Response freeze(const Text& at) {
    return at.post("/texter/PLAN/frysning", {{"slag", "referral"}, {"titel", "Remiss"}, {"ord", "lås"}});
}

}  // namespace

TEST_CASE("a picture of a text is the editors' until a version with it is frozen, and then everybody's") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        begin(at, "Länet från ovan");
        const auto page = draft(at);
        CHECK(contains(page, "<figure class=\"picture\"><img src=\"/processer/rus-2050/bild/"));
        CHECK(contains(page, "alt=\"Länet från ovan\" width=\"32\" height=\"48\""));
        const auto address = picture_of(page);

        CHECK(at.site.get(address).status == 404);
        const auto viewer = at.site.session(Role::viewer, at.site.world.revision);
        CHECK(at.site.get(address, viewer).status == 404);
        const auto stranger = at.site.session(Role::process_leader, at.site.other.revision);
        CHECK(at.site.get(address, stranger).status == 404);
        const auto ours = at.site.get(address, at.session);
        CHECK(ours.status == 200);
        CHECK(header(ours, "Cache-Control") == "no-store");
        CHECK(ours.body.find("Exif") == std::string::npos);

        REQUIRE(freeze(at).status == 303);
        const auto public_one = at.site.get(address);
        CHECK(public_one.status == 200);
        CHECK(public_one.content_type == "image/jpeg");
        CHECK(header(public_one, "Content-Security-Policy") == "default-src 'none'; sandbox");
        CHECK(contains(at.site.get("/processer/rus-2050/dokument/PLAN"), "<figure class=\"picture\">"));
    });
}

TEST_CASE("an address that names another picture, size or process gives nothing") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        begin(at, "Karta");
        REQUIRE(freeze(at).status == 303);
        const auto address = picture_of(draft(at));
        REQUIRE(at.site.get(address).status == 200);
        const auto with = [&](const std::string& from, const std::string& to) {
            return std::regex_replace(address, std::regex{from}, to);
        };
        for (const auto& wrong : {with("32x48", "48x32"), with("jpeg", "png"), with("-32x48.jpeg", ""),
                 with("rus-2050", at.site.other.revision.slug), with("bild/.", "bild/x"),
                 with("bild/", "bild/..%2F")})
            CHECK_MESSAGE(at.site.get(wrong).status == 404, wrong);
    });
}

TEST_CASE("a picture without an alternative keeps the text from being frozen, and a form asks for it") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        begin(at, "");
        const auto page = draft(at);
        CHECK(contains(page, "1 bild saknar alternativtext."));
        const auto refused = freeze(at);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Bilden under ”Plan”, stycke 2, saknar alternativtext."));
        CHECK(contains(refused, "href=\"#bild-PLAN-p2-1\""));
        CHECK(contains(refused, "id=\"bild-PLAN-p2-1\""));

        std::string seen;
        for (const auto& [name, value] : fields_in(page.body))
            if (name == "sett") seen = value;
        const auto write = [&](const std::string& words) {
            return at.post("/texter/PLAN/PLAN-p2/bildtext",
                {{"sett", seen}, {"nummer", "1"}, {"bild-PLAN-p2-1", words}});
        };
        const auto empty = write("  ");
        CHECK(empty.status == 422);
        CHECK(contains(empty, "Skriv vad bilden visar"));
        CHECK(write("\"><script>alert(1)</script> ![x](y)").status == 303);
        const auto after = draft(at);
        CHECK_FALSE(contains(after, "<script>alert"));
        CHECK(contains(after, "alt=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; ![x](y)\""));
        CHECK_FALSE(contains(after, "saknar alternativtext"));
        CHECK(freeze(at).status == 303);
        CHECK(write("Igen").status != 500);
    });
}

TEST_CASE("a new edition brings its pictures, shows what would change, and keeps what was written of them") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        begin(at, "Skriven i Word");
        const auto shown = send(at, "/texter/PLAN/inlasning", plan(""));
        CHECK(contains(shown, "Inget: utkastet har redan den här lydelsen."));
        const auto other = send(at, "/texter/PLAN/inlasning", plan("Ny karta", screenshot()));
        REQUIRE(other.status == 200);
        CHECK(contains(other, ": Ny karta]"));
        CHECK_FALSE(contains(other, "</span>!["));
        auto form = fields_in(other.body);
        form.emplace_back("gor", "las-in");
        CHECK(at.post("/texter/PLAN/inlasning", form).status == 303);
        const auto page = draft(at);
        CHECK(contains(page, "alt=\"Ny karta\""));
        CHECK(at.site.get(picture_of(page), at.session).content_type == "image/png");
    });
}

TEST_CASE("a version leaves as DOCX and ODT with its pictures, and comes back as the same text") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        begin(at, "Länet från ovan");
        REQUIRE(freeze(at).status == 303);
        for (const auto* file : {"text.docx", "text.odt"}) {
            const auto out = at.site.get("/processer/rus-2050/dokument/PLAN/version/1/" + std::string{file});
            const auto reading = office::read(out.body);
            REQUIRE(reading);
            REQUIRE(reading->pictures.size() == 1);
            CHECK(reading->blocks.back().text == "Länet från ovan");
            CHECK(contains(send(at, "/texter/PLAN/inlasning", out.body), "Inget: utkastet har redan"));
        }
    });
}

TEST_CASE(
    "a text that is a page by itself holds its pictures, and says what they show where they are missing") {
    const auto bytes = screenshot();
    const auto name = *name_of_picture(bytes);
    Line line;
    line.text = "![Karta \\\"A\\\"](" + address_of(name) + ")";
    Line title;
    title.node.kind = Node::Kind::section;
    title.depth = 1;
    title.text = "Plan";
    Document document;
    document.title = "Plan";
    const auto page = [&](const office::PictureSource& pictures) {
        const ScratchFolder folder;
        const Lines lines{title, line};
        const auto file = web::document::make_text_file(
            {document, lines, {}, pictures}, web::document::TextFormat::html, folder, {});
        REQUIRE(file);
        std::ifstream in{*file, std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{in}, {}};
    };
    CHECK(page({[](const KeptPicture&) { return true; }, [&](const KeptPicture&) { return bytes; }})
              .find("<img src=\"data:image/png;base64,iVBOR") != std::string::npos);
    const auto without = page({});
    CHECK(without.find("<img") == std::string::npos);
    CHECK(without.find("Karta &quot;A&quot;") != std::string::npos);
}

TEST_CASE("only a picture that is kept is shown in a text, and only where there is an address for it") {
    const KeptPicture name{std::string(64, 'a'), KeptPicture::Format::png, 4, 3};
    const auto at = [](const KeptPicture& picture) { return "/b/" + file_name(picture); };
    const auto shown = [&](const std::string& words) {
        return std::string{web::document_markdown(words, at).markup()};
    };
    const auto picture = "![a & **b ![c](bild:x)**](" + address_of(name) + ")";
    const auto img = "<img src=\"/b/" + file_name(name) +
                     "\" alt=\"a &amp; b c\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\">";
    CHECK(shown(picture) == "<figure class=\"picture\">" + img + "</figure>\n");
    CHECK(shown("Se " + picture + ".") == "<p>Se " + img + ".</p>\n");
    CHECK(shown("![x](https://example.org/a.png) ![y](bild:z)") == "<p>x y</p>\n");
    CHECK(std::string{web::document_markdown(picture).markup()} == "<p>a &amp; <strong>b c</strong></p>\n");
    CHECK(std::string{web::markdown(picture).markup()} == "<p>a &amp; <strong>b c</strong></p>\n");
}
