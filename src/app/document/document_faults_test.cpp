#include "app/document/document_import.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>
#include <vector>

/// Files that word processors and people have made, each read wrongly once, where they lie beside the
/// repository.
using namespace medskapa;
using office::LeftOut;

namespace {

struct Case {
    const char* file;
    std::vector<const char*> has;
    std::vector<const char*> lacks = {};
    office::LeftOutCounts left_out = {};
};

const std::vector<Case> of_docx{
    {"docx-attached-template-of-the-office-refused.docx", {"Text skriven i en mall från kontorets server."}},
    {"docx-main-part-document2-word-online.docx", {"Skog"}},
    {"docx-backslash-or-root-part-names.docx", {"Skog"}},
    {"docx-hidden-text-vanish-read-as-text.docx", {"Synlig text."}, {"INTERN"}, {{LeftOut::hidden, 1}}},
    {"docx-hidden-text-by-style-read-as-text.docx", {"Synlig text."}, {"DOLD"}, {{LeftOut::hidden, 1}}},
    {"docx-altChunk-dropped-without-a-word.docx", {"Före.", "Efter."}, {}, {{LeftOut::part, 1}}},
    {"docx-embedded-object-left-out-without-a-word.docx", {"Före.", "Efter."}, {}, {{LeftOut::object, 1}}},
    {"docx-hyperlink-fields-lose-address.docx",
        {"[planen](https://example.org/plan) och [målen](https://example.org/mal)."}},
    {"docx-footnote-hidden-and-link.docx", {"]: [Förordning 2017:583](https://"}},
    {"docx-superscript-turns-10-to-the-6-into-106.docx", {"Tillväxten är 10⁶ m³sk per år och CO₂ minskar."}},
    {"docx-struck-out-words-read-as-valid.docx", {"ska ~~öka~~ minska."}},
    {"docx-tracked-deleted-paragraph-mark-merges.docx",
        {"] Skogen är vår viktigaste råvara.\n", "] Nästa stycke."}},
    {"docx-tracked-deleted-heading-still-counts.docx", {"1 Alfa {#X-1}", "2 Gamma {#X-2}"}, {},
        {{LeftOut::deleted, 1}}},
    {"docx-footnote-tracked-move-and-breaks.docx", {"]: Rad ett rad två kolumn‑x"}, {"Bortflyttat"},
        {{LeftOut::deleted, 1}}},
    {"docx-table-gridBefore-shifts-columns.docx", {"|  | Kommun | 2030 |"}},
    {"docx-numStyleLink-headings-lose-numbers.docx", {"1 Alfa", "1.1 Beta", "2 Gamma"}},
    {"docx-numStyleLink-list-becomes-plain-paragraphs.docx", {"1. Första\n2. Andra"}},
    {"docx-lvlRestart-0-running-paragraph-numbers.docx", {"1 §", "2 §", "3 §"}},
    {"docx-heading-upper-roman-and-letters.docx", {"# I ", "# I.1 ", "# II "}},
    {"docx-heading-bilaga-letters.docx", {"Bilaga A Alfa", "Bilaga B Beta"}},
    {"docx-list-begins-at-second-level.docx", {"under ett\n", "under två"}, {"    "}},
    {"docx-list-and-paragraphs-in-a-cell-run-together.docx", {"1. Plantera<br>2. Gallra"}},
    {"docx-nested-field-condition-read-as-text.docx", {"Beslut: ej antaget."}},
    {"docx-footnote-call-first-in-paragraph-becomes-words.docx",
        {"] [^1] Uppgiften gäller 2024.", "[^1]: SCB."}},
    {"docx-drop-cap-splits-the-word.docx", {"] Skogen är vår viktigaste råvara."}},
    {"docx-ptab-joins-words.docx", {"Vänster Höger"}},
    {"docx-heading-of-no-break-spaces.docx", {"Text.", "Mer text."}, {"\u00A0"}},
    {"docx-index-and-table-of-figures-read-as-text.docx", {}, {"Figur 1 Karta", "skog, 1, 4"}},
    {"docx-bold-by-character-style-lost.docx", {"Det är **viktigt** att."}},
    {"docx-table-of-300-rows-refused-without-place.docx", {"nummer 0 |", "nummer 299 |"}},
};

const std::vector<Case> of_odt{
    {"odt-hidden-section-read-as-text.odt", {"Synligt.", "Slut."}, {"INTERNT"}, {{LeftOut::hidden, 1}}},
    {"odt-hidden-text-style-read-as-text.odt", {"Synligt."}, {"DOLT"}, {{LeftOut::hidden, 1}}},
    {"odt-superscript-turns-10-to-the-6-into-106.odt", {"10⁶ m³sk."}},
    {"odt-struck-out-words-read-as-valid.odt", {"ska ~~öka~~ minska."}},
    {"odt-table-rowspan-shifts-columns.odt", {"|  | Gallra | 2030 |"}},
    {"odt-headings-numbered-by-list-style-lose-numbers.odt", {"1 Alfa", "1.1 Beta", "2 Gamma"}},
    {"odt-list-begins-at-second-level.odt", {"1. under ett\n2. under två"}},
    {"odt-other-indexes-read-as-text.odt", {"Text."}, {"....."}, {{LeftOut::contents, 2}}},
    {"odt-bold-by-parent-style-lost.odt", {"Det är **viktigt**."}},
    {"odt-empty-basic-library-refused-as-macros.odt", {"Text utan makron."}},
};

const std::vector<Case> of_markdown{
    {"md-setext-headings-not-seen.md", {"# Skog {#", "## Vatten {#", "] Text om skog."}, {"===", "---"}},
    {"md-heading-closing-hashes.md", {"# Plan {#", "## Skog {#"}, {"# {#"}},
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return bytes.str();
}

void check_read(const std::filesystem::path& path, const Case& one) {
    CAPTURE(one.file);
    const auto file = app::read_document_file(bytes_of(path), "X", "T");
    REQUIRE(file);
    const auto text = manuscript(file->lines);
    CAPTURE(text);
    for (const auto* words : one.has) CHECK(text.find(words) != std::string::npos);
    for (const auto* words : one.lacks) CHECK(text.find(words) == std::string::npos);
    for (const auto& [kind, times] : one.left_out) {
        REQUIRE(file->left_out.contains(kind));
        CHECK(file->left_out.at(kind) == times);
    }
}

}  // namespace

TEST_CASE("documents that were once read wrongly are read right, and what is left out is counted") {
    const auto folder = test::shared("faults", "files of word processors");
    if (!folder) return;
    for (const auto* cases : {&of_docx, &of_odt, &of_markdown})
        for (const auto& one : *cases) check_read(*folder / "files" / one.file, one);
    const auto locked =
        app::read_document_file(bytes_of(*folder / "files" / "odt-encrypted-called-broken.odt"), "X", "T");
    REQUIRE_FALSE(locked);
    CHECK(locked.error().complaints.front().message.find("password") != std::string::npos);
}
