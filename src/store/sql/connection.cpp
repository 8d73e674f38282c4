#include "store/sql/connection.hpp"

#include "store/sql/address.hpp"

#include <algorithm>

namespace medskapa::sql {
namespace {

template <class T>
const T& as(const Value& value, std::string_view column) {
    if (const auto* held = std::get_if<T>(&value)) return *held;
    throw std::logic_error{"the column holds another kind of value, or none: " + std::string{column}};
}

}  // namespace

const Value& Row::at(std::string_view column) const {
    const auto name = std::find(names_->begin(), names_->end(), column);
    if (name == names_->end()) throw std::logic_error{"no such column: " + std::string{column}};
    return values_[static_cast<std::size_t>(name - names_->begin())];
}

bool Row::is_null(std::string_view column) const {
    return std::holds_alternative<std::nullptr_t>(at(column));
}

std::int64_t Row::integer(std::string_view column) const {
    return as<std::int64_t>(at(column), column);
}

double Row::real(std::string_view column) const {
    return as<double>(at(column), column);
}

const std::string& Row::text(std::string_view column) const {
    return as<std::string>(at(column), column);
}

const std::string& Row::bytes(std::string_view column) const {
    return as<Bytes>(at(column), column).bytes;
}

std::optional<Instant> Row::instant_if(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional{instant(column)};
}

std::optional<Day> Row::day_if(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional{day(column)};
}

std::vector<Row> Connection::run_with(std::string_view statement, std::span<const Value> values) {
    return execute(statement, values);
}

std::vector<Row> Connection::run_planned(std::string_view statement, std::span<const Value> values) {
    return plan_and_execute(statement, values);
}

void Connection::script(std::string_view statements) {
    run_script(statements);
}

Snapshot::~Snapshot() {
    try {
        db_.run("ROLLBACK");
    } catch (const Error&) {
        // The connection is already lost, and with it what we were reading.
    }
}

bool Database::is_postgres() const {
    return is_address(place);
}

std::unique_ptr<Connection> open(const Database& database, Access access) {
    if (!database.is_postgres()) refuse_meant_as_address(database.place);
    return database.is_postgres() ? open_postgres(database.place, access)
                                  : open_sqlite(database.place, access);
}

}  // namespace medskapa::sql
