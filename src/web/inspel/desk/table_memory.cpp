#include "web/inspel/desk/table_memory.hpp"

#include "app/inspel/import_causes.hpp"
#include "app/inspel/inspel_import.hpp"
#include "store/staff/table_reading_store.hpp"
#include "web/inspel/desk/import_answers.hpp"
#include "web/inspel/desk/import_preview.hpp"

namespace medskapa::web::inspel::desk {
namespace {

constexpr const char* kind_of_rows = "inspel";

using Header = std::optional<sheets::HeaderRow>;

std::optional<TableReading> remembered(const Visit& visit, const Header& header) {
    if (!header) return std::nullopt;
    return store::table_reading(visit.db, visit.process->id, kind_of_rows, header->digest, visit.now);
}

/// As it was read before; a form that showed this very header has said all of it anew.
sheets::Wanted wanted_by(const Visit& visit, const Header& header, const std::optional<TableReading>& known) {
    const bool is_shown = header && visit.field(header_field) == header->digest;
    auto wanted = wanted_of(visit);
    if (!known || is_shown) return wanted;
    for (const auto& [letters, key] : known->meaning) wanted.meaning[letters] = key;
    wanted.separator = known->separator == '\0' ? std::nullopt : std::optional{known->separator};
    return wanted;
}

/// A separator that is remembered must not make a table unreadable that another parts. Anything else that is
/// wrong in a table is wrong without the memory too.
Result<sheets::NamedTable> read_by(
    const Visit& visit, const Header& header, const std::optional<TableReading>& known) {
    const std::string_view bytes = visit.request.uploads.front().bytes;
    auto table = sheets::read_named(bytes, wanted_by(visit, header, known));
    if (table || !known || known->separator == '\0') return table;
    auto without = sheets::read_named(bytes, wanted_of(visit));
    return without ? without : table;
}

/// What is not asked for by any cell is remembered only where it was before, and what is true of this file
/// alone is not.
sheets::Answers to_keep(const sheets::Answers& before, const std::vector<sheets::Answered>& used) {
    auto kept = before;
    for (const auto& one : used)
        if (is_lasting(one.key)) kept[one.question] = one.value;
    return kept;
}

}  // namespace

Result<ReadTable> read_sent(const Visit& visit) {
    const std::string_view bytes = visit.request.uploads.front().bytes;
    const auto header =
        sheets::header_of(bytes, {app::inspel_columns(), std::string{visit.field(sheet_field)}});
    const auto known = remembered(visit, header);
    auto table = read_by(visit, header, known);
    if (!table) return tl::unexpected{table.error()};

    ReadTable read{*std::move(table), {}, {kind_of_rows}};
    const auto chosen = chosen_answers(visit);
    auto before = known ? known->answers : sheets::Answers{};
    for (const auto& [question, value] : chosen)
        if (value.empty()) before.erase(question);
    auto answers = before;
    take(answers, chosen);
    Meanings meanings{visit};
    read.answered = sheets::answer(read.table, answers, app::columns_of_words(),
        [&](const auto& column, const auto& value) { return meanings.takes(column, value); });
    if (!header) return read;
    read.reading.header = header->digest;
    if (read.table.separator != header->separator) read.reading.separator = read.table.separator;
    read.reading.meaning = sheets::chosen_in(read.table, known ? known->meaning : sheets::ChosenColumns{});
    read.reading.answers = to_keep(before, read.answered);
    return read;
}

}  // namespace medskapa::web::inspel::desk
