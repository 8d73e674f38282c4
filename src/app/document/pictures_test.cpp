#include "app/document/pictures.hpp"

#include "app/document/document_import.hpp"
#include "engine/openlog/entry.hpp"
#include "store/document/picture_store.hpp"
#include "store/log/log_store.hpp"
#include "support/office_files.hpp"
#include "support/pictures.hpp"
#include "support/strategy_process.hpp"

using namespace example;
using namespace std::string_literals;

namespace {

std::string with_pictures(
    const std::map<std::string, std::string>& pictures, const std::string& words = "Karta") {
    office_file::Parts parts;
    std::vector<std::array<std::string, 3>> relations;
    std::string body = office_file::styled("Title", "Länet 2050") + office_file::paragraph("Länet är långt.");
    for (const auto& [name, bytes] : pictures) {
        parts["word/media/" + name] = bytes;
        relations.push_back({"r" + std::to_string(relations.size()), "image", "media/" + name});
        body += office_file::in_paragraph("<w:r><w:drawing><docPr descr=\"" + words +
                                          "\"/><pic:pic><blip r:embed=\"" + relations.back()[0] +
                                          "\"/></pic:pic></w:drawing></w:r>");
    }
    parts["word/_rels/document.xml.rels"] = office_file::relations(relations);
    return office_file::docx(body, parts);
}

app::ReadFile read(const std::string& octets, const app::IsKept& is_kept = {}) {
    auto file = app::read_document_file(octets, "RUS", "Länet 2050", is_kept);
    REQUIRE(file);
    return *std::move(file);
}

/// A PNG whose head promises more points than any picture has, and whose data are a few bytes.
std::string bomb() {
    auto png = screenshot();
    png.replace(16, 8, "\0\0\xFF\xFF\0\0\xFF\xFF"s);
    return png;
}

/// The photo as it is kept, with another point in it.
app::DrawnPicture another(char point) {
    auto bytes = read(with_pictures({{"a.jpg", photo()}})).pictures.front().bytes;
    bytes[bytes.size() - 8] = point;
    return {*name_of_picture(bytes), bytes};
}

std::vector<std::string> faults(const StrategyProcess& at) {
    std::vector<std::string> all;
    const auto lines = store::lines_of(*at.database.db, store::draft_of(*at.database.db, at.document.id).id);
    for (const auto& fault : app::faults_of_pictures(*at.database.db, at.process().id, lines))
        all.push_back(fault.message);
    return all;
}

Result<std::size_t> keep(const StrategyProcess& at, const std::vector<app::DrawnPicture>& pictures) {
    return at.tries([&](auto& act) { return app::keep_pictures(act, at.document, pictures); });
}

void take(const StrategyProcess& at, const app::ReadFile& file) {
    REQUIRE(keep(at, file.pictures));
    REQUIRE(at.tries([&](auto& act) {
        return app::replace_text(act, at.document, file.lines, {{}, "Ny."});
    }));
}

}  // namespace

TEST_CASE("a photo of a document is drawn anew: no place, no name, and the text names it by what it holds") {
    const auto file = read(with_pictures({{"a.jpg", photo()}}));
    REQUIRE(file.pictures.size() == 1);
    const auto& kept = file.pictures.front();
    for (const std::string trace : {"Exif", "Anna Berg", "GPS", "<script>"})
        CHECK(kept.bytes.find(trace) == std::string::npos);
    CHECK(kept.name == name_of_picture(kept.bytes));
    CHECK(kept.name.width == 32);  // it was taken on its side
    CHECK(file.lines.back().text == "![Karta](" + address_of(kept.name) + ")");
    CHECK(file.left_out.empty());
}

TEST_CASE("a picture that cannot be drawn is left out and counted, and the rest of the file is read") {
    const auto file = read(with_pictures({{"a.png", bomb()}, {"b.jpg", photo().substr(0, 200)},
        {"c.png", "\x89PNG\r\n\x1A\n no picture"}, {"d.png", screenshot()}}));
    CHECK(file.pictures.size() == 1);
    CHECK(file.left_out == office::LeftOutCounts{{office::LeftOut::picture, 3}});
    CHECK(file.lines.size() == 3);
}

TEST_CASE("the words of a picture are never marks") {
    const auto file =
        read(with_pictures({{"a.png", screenshot()}}, "](javascript:x) &lt;script&gt; **b** {#RUS}"));
    const auto found = pictures_in(file.lines.back().text);
    REQUIRE(found.size() == 1);
    CHECK(found.front().alternative == "](javascript:x) <script> **b** {#RUS}");
}

TEST_CASE("a picture is kept once, and the one that is kept is not drawn again") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto file = read(with_pictures({{"a.jpg", photo()}, {"b.jpg", photo()}}));
        CHECK(keep(at, file.pictures).value() == 1);
        CHECK(keep(at, file.pictures).value() == 0);
        const auto again = read(with_pictures({{"x.jpg", file.pictures.front().bytes}}),
            app::kept_in(*database.db, at.process().id));
        CHECK(again.pictures.front().name == file.pictures.front().name);
        const auto stored = store::find_picture(*database.db, at.process().id, file.pictures.front().name);
        REQUIRE(stored);
        CHECK(store::bytes_of(*database.db, stored->id) == file.pictures.front().bytes);
    });
}

TEST_CASE("a picture that says more than itself is kept by no way") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        CHECK_FALSE(keep(at, {{*name_of_picture(photo()), photo()}}));
        CHECK_FALSE(keep(at, {{*name_of_picture(screenshot()), "<svg/>"}}));
    });
}

TEST_CASE("a text is frozen when each picture has an alternative, and then everybody may see them") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto file = read(with_pictures({{"a.png", screenshot()}}, ""));
        take(at, file);
        const auto& name = file.pictures.front().name;
        const auto stored = [&] { return *store::find_picture(*database.db, at.process().id, name); };
        REQUIRE(faults(at).size() == 1);
        const auto refused = at.freezes(Version::Kind::referral);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().complaints.front().place.part.starts_with("bild-RUS-"));
        CHECK_FALSE(stored().shown_in);

        auto lines = store::lines_of(*database.db, store::draft_of(*database.db, at.document.id).id);
        const auto words = with_alternative(lines.back().text, 1, "Länet från ovan");
        REQUIRE(at.tries([&](auto& act) {
            return app::edit_words(
                act, at.document, {lines.back().node.id, lines.back().revision, *words, {}});
        }));
        CHECK(faults(at).empty());
        REQUIRE(at.freezes(Version::Kind::referral));
        CHECK(stored().shown_in);
    });
}

TEST_CASE("a text that names a picture which nobody keeps is not frozen") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const KeptPicture stranger{std::string(64, '7'), KeptPicture::Format::png, 1, 1};
        const auto lines =
            *read_manuscript("# Länet 2050 {#RUS}\n\n![Karta](" + address_of(stranger) + ")\n", "RUS");
        REQUIRE(at.tries([&](auto& act) { return app::replace_text(act, at.document, lines, {{}, "Ny."}); }));
        CHECK(faults(at).size() == 1);
        CHECK_FALSE(at.freezes(Version::Kind::referral));
    });
}

TEST_CASE("a text that gives a picture another size or format than it has is not frozen") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto file = read(with_pictures({{"a.png", screenshot()}}));
        REQUIRE(keep(at, file.pictures));
        auto larger = file.pictures.front().name;
        larger.width += 1;
        auto jpeg = file.pictures.front().name;
        jpeg.format = KeptPicture::Format::jpeg;
        for (const auto& wrong : {larger, jpeg}) {
            at.edit("RUS-1-p1", "![Karta](" + address_of(wrong) + ")", {{}, "Fel namn."});
            CHECK(faults(at).size() == 1);
            CHECK_FALSE(at.freezes(Version::Kind::referral));
        }
    });
}

TEST_CASE(
    "a picture that is written so that nobody finds it is refused in the editor and keeps a text open") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto file = read(with_pictures({{"a.png", screenshot()}}));
        REQUIRE(keep(at, file.pictures));
        const auto address = address_of(file.pictures.front().name);
        const auto escaped = "bild\\:" + address.substr(5);
        const auto line = store::lines_of(*database.db, store::draft_of(*database.db, at.document.id).id)[2];
        for (const auto& words : {"![x](<" + address + ">)", "![x](" + address + " \"title\")",
                 "![x]( " + address + " )", "![x](" + escaped + ")", "![x][r]\n\n[r]: " + address,
                 "| A | B |\n|---|---|\n| 1 | ![](<" + address + ">) |", "![![](bild:z)](" + address + ")",
                 "![a](<" + address + ">) och ![b](" + address + ")",
                 "![y](<" + escaped + ">) ](" + address_of({std::string(64, '7')}) + ")"}) {
            CAPTURE(words);
            const auto refused = at.tries([&](auto& act) {
                return app::edit_words(act, at.document, {line.node.id, line.revision, words, {{}, "Bild."}});
            });
            REQUIRE_FALSE(refused);
            CHECK(refused.error().complaints.front().place == Place{Field::text});
            auto lines = store::lines_of(*database.db, store::draft_of(*database.db, at.document.id).id);
            lines[2].text = words;
            CHECK_FALSE(app::faults_of_pictures(*database.db, at.process().id, lines).empty());
        }
    });
}

TEST_CASE("words about pictures are words, and a picture may stand in a list, a table or a line of its own") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto file = read(with_pictures({{"a.png", screenshot()}}));
        REQUIRE(keep(at, file.pictures));
        const auto picture = "![En [liten] \\*karta\\*](" + address_of(file.pictures.front().name) + ")";
        for (const auto& words : {std::string{"Kartan (bild: Region Y) och <bild:x>."}, picture,
                 "- a\n- " + picture, "| A | B |\n|---|---|\n| 1 | " + picture + " |",
                 picture + " och " + picture, "Text[^1]\n\n[^1]: " + picture}) {
            CAPTURE(words);
            at.edit("RUS-1-p1", words, {{}, "Ord."});
            CHECK(faults(at).empty());
        }
        CHECK(at.freezes(Version::Kind::referral));
    });
}

TEST_CASE("pictures that no text took go after a day for a new one, whose entry says so, and no others") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        const auto used = read(with_pictures({{"a.png", screenshot()}}));
        const auto unused = read(with_pictures({{"a.jpg", photo()}}));
        const auto third = another('7');
        const auto fourth = another('8');
        take(at, used);
        REQUIRE(keep(at, unused.pictures));
        const auto is_there = [&](const app::DrawnPicture& picture) {
            return store::find_picture(*database.db, at.process().id, picture.name).has_value();
        };
        const auto newest = [&] {
            return *medskapa::openlog::read_entry(*store::newest_entry(*database.db));
        };
        database.now += std::chrono::hours{23};
        REQUIRE(keep(at, unused.pictures));  // it comes once more
        database.now += std::chrono::hours{2};
        REQUIRE(keep(at, {third}));
        CHECK(is_there(unused.pictures.front()));
        CHECK(newest().commitments.size() == 1);

        database.now += std::chrono::hours{25};
        REQUIRE(keep(at, used.pictures));
        CHECK(is_there(unused.pictures.front()));  // nothing goes without an entry
        REQUIRE(keep(at, {fourth}));
        CHECK_FALSE(is_there(unused.pictures.front()));
        CHECK_FALSE(is_there(third));
        CHECK(is_there(used.pictures.front()));
        CHECK(newest().type == "document.picture_kept");
        std::vector<std::string> labels;
        for (const auto& one : newest().commitments) labels.push_back(one.label);
        CHECK(labels == std::vector<std::string>{"picture", "forgotten", "forgotten_2"});
    });
}
