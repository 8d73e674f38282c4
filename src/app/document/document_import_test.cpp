#include "app/document/document_import.hpp"

#include "base/system/child_process.hpp"
#include "store/document/trace_store.hpp"
#include "support/office_files.hpp"
#include "support/strategy_process.hpp"

#include <fmt/format.h>
#include <fstream>
#include <random>
#include <set>

using namespace example;

namespace {

Lines lines_of(const StrategyProcess& at) {
    return store::lines_of(*at.database.db, store::draft_of(*at.database.db, at.document.id).id);
}

Id<Node> node_of(const StrategyProcess& at, const std::string& words) {
    for (const auto& line : lines_of(at))
        if (line.text == words) return line.node.id;
    return {};
}

Result<Comparison> replaced(
    const StrategyProcess& at, const std::string& markdown, const std::string& reason) {
    const auto file = app::read_document_file(markdown, "RUS", "Länet 2050");
    REQUIRE(file);
    return at.tries([&](auto& act) {
        return app::replace_text(act, at.document, file->lines, {{}, reason});
    });
}

/// A text of our own, as long as forty printed pages.
std::string forty_pages() {
    std::string text = "% Länets plan\n";
    for (int chapter = 1; chapter <= 20; ++chapter) {
        text += fmt::format("\n# Kapitel {}\n", chapter);
        for (int n = 1; n <= 12; ++n)
            text += fmt::format(
                "\nStycke {0} i kapitel {1} handlar om vägar, skolor och arbete i hela länet. Där avstånden "
                "är "
                "långa ska varje by veta vilken service den kan räkna med, och vem som svarar för den. Det "
                "gäller bussen, sjukstugan, affären och bredbandet lika mycket som vägen fram till dem, och "
                "det ska följas upp varje år i mål {0}.{1}.[^{1}{0}]\n\n[^{1}{0}]: Not {0} till kapitel "
                "{1}.\n",
                n, chapter);
        text += "\n1. ett\n2. två\n    - två a\n\n| Mål | År |\n|---|---|\n| Tåg | 2030 |\n";
    }
    return text;
}

}  // namespace

TEST_CASE("an imported DOCX becomes sections and paragraphs with codes by their numbers") {
    const auto file = app::read_document_file(
        office_file::docx(office_file::styled("Title", "Plan") + office_file::styled("Rubrik1", "Vision") +
                          office_file::paragraph("Ett.") + office_file::paragraph("Två.") +
                          office_file::styled("Rubrik2", "Mål")),
        "P", "");
    REQUIRE(file);
    std::vector<std::string> codes;
    for (const auto& line : file->lines) codes.push_back(line.node.code);
    CHECK(codes == std::vector<std::string>{"P", "P-1", "P-1-p1", "P-1-p2", "P-1.1"});
}

TEST_CASE("what is no document is refused, and nothing of it is kept") {
    for (const auto& octets : {std::string{}, std::string{"\xFF\xFE x"}, std::string{"Ord utan rubrik"},
             office_file::docx(""), office_file::docx(office_file::paragraph(std::string(60'000, 'x'))),
             "# A\n\n" + std::string(4'000'000, 'x')})
        CHECK_FALSE(app::read_document_file(octets, "P", "Plan"));
}

TEST_CASE("Markdown is read in the encodings that word processors and editors write") {
    for (const auto& octets :
        {std::string{"\xEF\xBB\xBF# L\xC3\xA4net\n\nOrd.\n"}, std::string{"# L\xE4net\r\n\r\nOrd.\r\n"},
            std::string{"\xFF\xFE#\0 \0L\0\xE4\0n\0e\0t\0\n\0\n\0O\0r\0d\0.\0", 28}}) {
        const auto file = app::read_document_file(octets, "P", "");
        REQUIRE(file);
        CHECK(manuscript(file->lines) == "# Länet {#P}\n\n[P-p1] Ord.\n");
    }
    for (const auto* octets : {"%PDF-1.7 x", "{\\rtf1 x", "<?xml version=\"1.0\"?>", "\x89PNG\r\n\x1A\x01"})
        CHECK(app::read_document_file(octets, "P", "").error().complaints.front().message.find("neither") !=
              std::string::npos);
}

TEST_CASE("what is too long for a paragraph is named by its heading") {
    std::string words;
    for (int n = 0; n < 9000; ++n) words += "mycket ";
    const auto refused = app::read_document_file(
        office_file::docx(office_file::styled("Title", "Plan") + office_file::styled("Rubrik3", "Åtgärder") +
                          office_file::paragraph(words)),
        "P", "");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().complaints.front().holes.front() == Hole{"Åtgärder"});
}

TEST_CASE("a table that is too long for a paragraph is read in parts") {
    std::string rows;
    for (int n = 0; n < 1000; ++n)
        rows += office_file::row(
            office_file::cell(office_file::paragraph("Åtgärd " + std::to_string(n) + std::string(40, 'x'))) +
            office_file::cell(office_file::paragraph("Region")));
    const auto file = app::read_document_file(
        office_file::docx(office_file::styled("Title", "Plan") + office_file::table(rows)), "P", "");
    REQUIRE(file);
    CHECK(file->lines.size() == 3);
    CHECK(file->lines.back().text.starts_with("| Åtgärd 0xxxx"));
    CHECK(file->lines.back().text.find("| Åtgärd 999xxxx") != std::string::npos);
}

TEST_CASE("headings and paragraphs that look like codes of ours are words") {
    const auto file = app::read_document_file(
        office_file::docx(
            office_file::styled("Title", "Plan") + office_file::styled("Rubrik3", "Mål {#P-9}") +
                office_file::styled("Rubrik3", "C #") +
                office_file::in_paragraph("<w:hyperlink r:id=\"k\">" + office_file::run("P länk") +
                                          "</w:hyperlink>" + office_file::run(" och [x] ord.")),
            {{"word/_rels/document.xml.rels",
                office_file::relations({{"k", "hyperlink", "!https://example.org/"}})}}),
        "P", "");
    REQUIRE(file);
    const auto& lines = file->lines;
    REQUIRE(lines.size() == 4);
    CHECK(lines[1].text == "Mål {#P-9}");
    CHECK(lines[1].node.code == "P-x1");
    CHECK(lines[2].text == "C #");
    CHECK(lines[3].text == "[P länk](https://example.org/) och [x] ord.");
}

TEST_CASE("a new edition keeps the codes of what it knows again, and tells each difference as a change") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
        const auto leva = node_of(at, "Länet är en plats att leva på.");
        CHECK_FALSE(
            replaced(at, "# Länet 2050\n\n## 1 Vision\n\nLänet är en plats att leva och bo på.\n", ""));
        const auto comparison = replaced(at,
            "# Länet 2050\n\n## 1 Mål\n\nAlla ska nå en affär.\n\nEtt nytt stycke.\n\n## 2 Vision\n\n"
            "Länet är en plats att leva och bo på.\n",
            "Ny lydelse.");
        REQUIRE(comparison);
        CHECK(comparison->added == 1);
        CHECK(comparison->removed == 1);
        CHECK(node_of(at, "Länet är en plats att leva och bo på.") == leva);
        CHECK(lines_of(at)[3].node.code == "RUS-2-p2");
        const auto gone = store::node_named(*database.db, at.process().id, "RUS-1-p2")->node.id;
        CHECK(store::changes_about(*database.db, gone).back().kind == Change::Kind::removed);
        CHECK(store::changes_about(*database.db, leva).back().reason == "Ny lydelse.");
    });
}

TEST_CASE("the same text again changes nothing and needs no reason") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
        const auto before = manuscript(lines_of(at));
        REQUIRE(replaced(at, small_strategy, ""));
        CHECK(manuscript(lines_of(at)) == before);
        CHECK(store::changes_to(*database.db, store::draft_of(*database.db, at.document.id).id).empty());
    });
}

namespace {

std::string some_edition(std::mt19937& random) {
    const char* pieces[] = {"Länet är en plats att leva på.", "Länet är en plats.", "Avstånden är långa.",
        "Alla ska nå en affär.", "Alla ska nå en affär till fots.", "## 1 Vision", "## Mål", "- ett\n- två"};
    std::string text = "# Länet 2050\n";
    for (auto n = random() % 9; n > 0; --n) text += "\n" + std::string{pieces[random() % 8]} + "\n";
    return text;
}

}  // namespace

TEST_CASE(
    "whatever edition follows, no code is given to two nodes and none that is gone is without a change") {
    detail::on_sqlite([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
        const auto known = lines_of(at);
        std::mt19937 random{9};
        for (int round = 0; round < 60; ++round) {
            REQUIRE(replaced(at, some_edition(random), "Ny."));
            std::set<std::string> codes;
            for (const auto& line : lines_of(at)) REQUIRE(codes.insert(line.node.code).second);
            for (const auto& line : known)
                if (!place_of(lines_of(at), line.node.id))
                    REQUIRE_FALSE(store::changes_about(*database.db, line.node.id).empty());
        }
    });
}

namespace {

/// The file of this name that Pandoc makes of the folder's plan.md; nothing where it is not installed.
std::optional<std::string> made_by_pandoc(const ScratchFolder& folder, const std::string& name) {
    const auto ended =
        run_confined({"pandoc", "--from=markdown", "--output=" + name, "plan.md"}, folder.path(), {});
    if (ended == ChildExit::not_installed) return std::nullopt;
    std::ostringstream bytes;
    bytes << std::ifstream{folder.path() / name, std::ios::binary}.rdbuf();
    return bytes.str();
}

}  // namespace

TEST_CASE("a DOCX and an ODT of forty pages are read whole") {
    const ScratchFolder folder;
    std::ofstream{folder.path() / "plan.md"} << forty_pages();
    for (const auto* format : {"docx", "odt"}) {
        const auto bytes = made_by_pandoc(folder, std::string{"plan."} + format);
        if (!bytes) {
            MESSAGE("skipped: pandoc is not installed, which makes the file");
            return;
        }
        const auto file = app::read_document_file(*bytes, "P", "Plan");
        REQUIRE(file);
        CHECK(file->lines.size() == 1 + 20 * (1 + 12 + 2));
        CHECK(file->lines.front().text == "Länets plan");
        const auto text = manuscript(file->lines);
        CHECK(text.find("Stycke 12 i kapitel 20") != text.npos);
        CHECK(text.find("]: Not 12 till kapitel 20.") != text.npos);
        CHECK(text.find("| Tåg | 2030 |") != text.npos);
        CHECK(text.find("    - två a") != text.npos);
    }
}

TEST_CASE("a web page with the name of a document is named as what it is") {
    for (const auto* page : {"<!DOCTYPE html>\n<p>Ord", "\xEF\xBB\xBF\n<html><body>Ord", "<HTML>"}) {
        const auto file = app::read_document_file(page, "P", "Plan");
        REQUIRE_FALSE(file);
        CHECK(in_english(file.error().complaints.front()).starts_with("The file is a web page (HTML)"));
    }
    CHECK(app::read_document_file("# Plan\n\n<b>Ord</b> i en rad.\n", "P", "Plan"));
    const auto table =
        app::read_document_file("<table><tr><td>Ord</td></tr></table>\n\n# Plan\n", "P", "Plan");
    REQUIRE_FALSE(table);
    CHECK(in_english(table.error().complaints.front()).starts_with("Words stand before the first heading"));
}
