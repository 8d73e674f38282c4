#include "engine/openlog/vocabulary.hpp"

#include "base/text.hpp"
#include "engine/openlog/lines.hpp"
#include "engine/openlog/objects.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <fstream>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

std::string form_shown(FieldForm form) {
    switch (form) {
        case FieldForm::text: return "";
        case FieldForm::number: return " (number)";
        case FieldForm::digest: return " (digest)";
        case FieldForm::day: return " (day)";
    }
    return "?";
}

std::string fields_shown(EntryType type) {
    std::string shown;
    for (const auto& [key, form] : demanded_fields(type))
        shown += (shown.empty() ? "`" : ", `") + std::string{key} + '`' + form_shown(form);
    return shown;
}

/// The name and the fields in each row of the table that readers have.
std::vector<std::pair<std::string, std::string>> documented() {
    std::ifstream file{"docs/open-log.md"};
    std::vector<std::pair<std::string, std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        const auto cells = text::split(line, '|');
        if (cells.size() < 5 || !line.starts_with("| `")) continue;
        const auto name = text::trimmed(cells[1]);
        rows.emplace_back(name.substr(1, name.size() - 2), text::trimmed(cells[3]));
    }
    return rows;
}

Entry of(EntryType type, std::vector<openlog::Field> fields) {
    Entry entry{std::string{name_of(type)}, Instant{}, {}, {}, std::nullopt};
    entry.fields = std::move(fields);
    return entry;
}

}  // namespace

TEST_CASE("docs/open-log.md names each type of entry and the fields that it must hold, in order") {
    std::vector<std::pair<std::string, std::string>> known;
    for (const auto& [type, name, label] : names_of<EntryType>) known.emplace_back(name, fields_shown(type));

    const auto rows = documented();
    REQUIRE(rows.size() == known.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(rows[i].first == known[i].first);
        CHECK(rows[i].second == known[i].second);
    }
}

TEST_CASE("each type has a noun and what happened for its name, and is found by it") {
    for (const auto& [type, name, label] : names_of<EntryType>) {
        CAPTURE(name);
        CHECK(std::count(name.begin(), name.end(), '.') == 1);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == name.npos);
        CHECK(entry_type_named(name) == type);
    }
    for (const auto* unknown : {"", "inspel", "inspel.", "Inspel.received", "inspel.moderated"})
        CHECK_FALSE(entry_type_named(unknown));
}

TEST_CASE("a demanded field that is missing, or written in another form, is named") {
    const auto digest = as_base64(sha256("a"));
    using Keys = std::vector<std::string_view>;
    CHECK(unsound_fields(EntryType::inspel_received, of(EntryType::inspel_received, {})).empty());
    CHECK(unsound_fields(EntryType::votes_committed, of(EntryType::votes_committed, {})) ==
          Keys{"count", "root"});
    CHECK(unsound_fields(
        EntryType::votes_committed, of(EntryType::votes_committed, {{"count", "20"}, {"root", digest}}))
              .empty());
    for (const auto* count : {"020", "-1", "20 ", "many"})
        CHECK(unsound_fields(EntryType::votes_imported, of(EntryType::votes_imported, {{"count", count}})) ==
              Keys{"count"});
    CHECK(unsound_fields(EntryType::document_added,
              of(EntryType::document_added, {{"sha256", hex(as_text(sha256("a")))}})) == Keys{"sha256"});
    CHECK(unsound_fields(EntryType::decision_announced,
              of(EntryType::decision_announced, {{"date", "2027-02-30"}})) == Keys{"date"});
    CHECK(unsound_fields(
        EntryType::decision_announced, of(EntryType::decision_announced, {{"date", "2027-03-01"}}))
              .empty());
}

TEST_CASE("an object is named by its noun, and its part after it, and is read again") {
    const auto issue = part_named(object_named(ObjectKind::inspel, "7f3a9c"), ObjectKind::issue, 2);
    CHECK(issue == "inspel/7f3a9c/issue/2");
    const auto read = read_object(issue);
    REQUIRE(read);
    CHECK(read->kind == ObjectKind::inspel);
    CHECK(read->name == "7f3a9c");
    CHECK(read->part == "issue/2");
    CHECK(read_object(object_named(ObjectKind::text_block, 5))->part.empty());
    for (const auto* unknown : {"", "/", "inspel", "inspel/", "inspel//", "remiss/2", "Inspel/7f3a9c"})
        CHECK_FALSE(read_object(unknown));
}
