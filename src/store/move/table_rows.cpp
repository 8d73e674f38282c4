#include "store/move/table_rows.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/files/installation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <sstream>

namespace medskapa::store {
namespace {

constexpr std::int64_t bytes_at_a_time = 4 * 1024 * 1024;
constexpr std::int64_t most_rows_at_a_time = 200;
constexpr std::size_t most_parameters = 30'000;  // of a statement: SQLite takes 32 766, PostgreSQL 65 535
constexpr auto cursor = "rows_that_move";

bool is_of_any_size(ValueKind kind) {
    return kind == ValueKind::text || kind == ValueKind::bytes || kind == ValueKind::words;
}

/// What reads a column's value.
std::string read_from(const LaidOutColumn& column, sql::Dialect dialect) {
    const auto name = column.name == "rowid" ? column.name : quoted(column.name);
    if (column.kind != ValueKind::words || dialect == sql::Dialect::sqlite) return name;
    return "array_to_string(tsvector_to_array(" + name + "), ' ')";
}

std::string written_as(const LaidOutColumn& column, std::size_t parameter, sql::Dialect dialect) {
    const auto place = '$' + std::to_string(parameter);
    if (column.kind != ValueKind::words || dialect == sql::Dialect::sqlite) return place;
    return "array_to_tsvector(string_to_array(" + place + ", ' '))";
}

std::string read_from(const LaidOutTable& table, sql::Dialect dialect) {
    std::vector<std::string> columns;
    for (const auto& column : table.columns) columns.push_back(read_from(column, dialect));
    return fmt::format("{}", fmt::join(columns, ", "));
}

/// Of the largest row.
std::int64_t widest_row(sql::Connection& db, const LaidOutTable& table) {
    const bool sqlite = db.dialect() == sql::Dialect::sqlite;
    std::string sizes = "0";
    for (const auto& column : table.columns)
        if (is_of_any_size(column.kind))
            sizes += fmt::format(fmt::runtime(sqlite ? " + coalesce(length(CAST({} AS BLOB)), 0)"
                                                     : " + coalesce(octet_length({}), 0)"),
                read_from(column, db.dialect()));
    return db
        .run("SELECT CAST(coalesce(max(" + sizes + "), 0) AS BIGINT) AS widest FROM " + quoted(table.name))
        .front()
        .integer("widest");
}

/// An index' words in one order, each once, as PostgreSQL keeps them.
std::string ordered(const std::string& words) {
    std::istringstream in{words};
    std::vector<std::string> list{std::istream_iterator<std::string>{in}, {}};
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return fmt::format("{}", fmt::join(list, " "));
}

constexpr auto other_kind =
    N_("The table {} cannot be moved: {} in row {} holds another kind of value "
       "than its column. Run medskapa doctor, and restore a backup.");

/// SQLite keeps NULL in place of what is no number.
const char* fault_of_number(const double* number) {
    if (number == nullptr) return other_kind;
    if (std::isfinite(*number)) return nullptr;
    return N_(
        "The table {} cannot be moved: {} holds a value that is infinite or no number. Run medskapa doctor, "
        "and restore a backup.");
}

/// Why the column cannot hold the value everywhere; nullptr when it can.
const char* fault_of(const sql::Value& value, ValueKind kind) {
    if (std::holds_alternative<std::nullptr_t>(value)) return nullptr;
    if (kind == ValueKind::integer) return std::holds_alternative<std::int64_t>(value) ? nullptr : other_kind;
    if (kind == ValueKind::real) return fault_of_number(std::get_if<double>(&value));
    if (kind == ValueKind::bytes) return std::holds_alternative<sql::Bytes>(value) ? nullptr : other_kind;
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return other_kind;
    if (text->find('\0') != text->npos)
        return N_(
            "The table {} cannot be moved: {} in row {} holds the character NUL, which PostgreSQL keeps "
            "in no text. Mend that text on the site, and try again.");
    if (!text::is_valid_utf8(*text))
        return N_(
            "The table {} cannot be moved: {} in row {} holds text that is not UTF-8. Mend that text on "
            "the site, and try again.");
    return nullptr;
}

std::string encoded(const sql::Value& value) {
    if (const auto* real = std::get_if<double>(&value)) {
        const double number = *real + 0.0;  // -0.0 arrives as 0.0
        std::string bits(sizeof number, '\0');
        std::memcpy(bits.data(), &number, sizeof number);
        return bits;
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* bytes = std::get_if<sql::Bytes>(&value)) return bytes->bytes;
    return {};
}

}  // namespace

TableReader::TableReader(sql::Connection& db, const LaidOutTable& table)
    : db_{db},
      table_{table},
      rows_at_a_time_{std::clamp(bytes_at_a_time / std::max<std::int64_t>(1, widest_row(db, table)),
          std::int64_t{1}, most_rows_at_a_time)},
      last_{table.has_row_numbers ? std::numeric_limits<std::int64_t>::min() : 0} {
    if (db_.dialect() == sql::Dialect::postgres)
        db_.script(fmt::format("DECLARE {} NO SCROLL CURSOR FOR SELECT {}, 0 AS rowid FROM {}", cursor,
            read_from(table, db_.dialect()), quoted(table.name)));
}

TableReader::~TableReader() {
    if (db_.dialect() == sql::Dialect::sqlite) return;
    try {
        db_.script(fmt::format("CLOSE {}", cursor));
    } catch (const sql::Error&) {
        // The transaction has failed, and the cursor has gone with it.
    }
}

std::vector<sql::Row> TableReader::fetched() {
    if (db_.dialect() == sql::Dialect::postgres)
        return db_.run_planned(fmt::format("FETCH {} FROM {}", rows_at_a_time_, cursor), {});
    const auto columns = read_from(table_, db_.dialect());
    // Without a number the rows lie in the order of their key, and the snapshot keeps them there.
    const auto asked =
        table_.has_row_numbers
            ? fmt::format("SELECT {}, rowid FROM {} WHERE rowid > $1 ORDER BY rowid LIMIT $2", columns,
                  quoted(table_.name))
            : fmt::format("SELECT {}, 0 AS rowid FROM {} LIMIT $2 OFFSET $1", columns, quoted(table_.name));
    return db_.run(asked, last_, rows_at_a_time_);
}

std::vector<RowValues> TableReader::next() {
    std::vector<RowValues> batch;
    for (auto& row : fetched()) {
        last_ = table_.has_row_numbers ? std::get<std::int64_t>(row.value(table_.columns.size())) : last_ + 1;
        auto& values = batch.emplace_back();
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const auto& column = table_.columns[i];
            auto& value = row.value(i);
            if (const auto* fault = fault_of(value, column.kind))
                throw InstallationUnusable{{{}, fault, {table_.name, column.name, last_}}};
            if (auto* words = std::get_if<std::string>(&value); words && column.kind == ValueKind::words)
                *words = ordered(*words);
            values.push_back(std::move(value));
        }
    }
    return batch;
}

namespace {

std::string insertion(const LaidOutTable& table, std::size_t rows, sql::Dialect dialect) {
    std::vector<std::string> names;
    for (const auto& column : table.columns)
        names.push_back(column.name == "rowid" ? column.name : quoted(column.name));
    std::string statement =
        fmt::format("INSERT INTO {} ({}) VALUES ", quoted(table.name), fmt::join(names, ", "));
    std::size_t parameter = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<std::string> places;
        for (const auto& column : table.columns) places.push_back(written_as(column, ++parameter, dialect));
        statement += fmt::format("{}({})", row == 0 ? "" : ", ", fmt::join(places, ", "));
    }
    return statement;
}

}  // namespace

void write_rows(sql::Connection& db, const LaidOutTable& table, const std::vector<RowValues>& rows) {
    const auto at_once = std::max<std::size_t>(1, most_parameters / table.columns.size());
    for (std::size_t first = 0; first < rows.size(); first += at_once) {
        const auto count = std::min(at_once, rows.size() - first);
        std::vector<sql::Value> values;
        for (std::size_t i = first; i < first + count; ++i)
            values.insert(values.end(), rows[i].begin(), rows[i].end());
        db.run_with(insertion(table, count, db.dialect()), values);
    }
}

void RowsTally::add(const RowValues& values) {
    Sha256 row;
    for (const auto& value : values) {
        const auto bytes = encoded(value);
        row.add(fmt::format("{}:{}:", value.index(), bytes.size()));
        row.add(bytes);
    }
    const auto digest = row.finish();
    for (std::size_t lane = 0; lane < sum.size(); ++lane) {
        std::uint64_t part = 0;
        std::memcpy(&part, digest.data() + lane * sizeof part, sizeof part);
        sum[lane] += part;
    }
    ++rows;
}

}  // namespace medskapa::store
