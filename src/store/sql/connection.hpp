#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/time.hpp"
#include "store/sql/localized.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace medskapa::sql {

/// The database could not do what it must always be able to do.
struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The disk is full: nothing was written, and reading goes on.
struct DiskFull : Error {
    using Error::Error;
};

/// The database cannot be used just now: its server is gone, or its disk has failed. Nothing is known to be
/// written.
struct Unavailable : Error {
    using Error::Error;
};

/// The commit was asked for, and whether it was made is unknown. Sending the same again, with its key, is
/// safe.
struct OutcomeUnknown : Unavailable {
    using Unavailable::Unavailable;
};

/// What lies at the database's place is another one than the one that was opened, or none at all.
struct DatabaseGone : Unavailable {
    using Unavailable::Unavailable;
};

/// The disk refused what it was given to keep. What it holds of that is unknown, and a second attempt that
/// succeeds would prove nothing.
struct DiskFailed : Unavailable {
    using Unavailable::Unavailable;
};

/// Bytes that are not text: BLOB in SQLite, bytea in PostgreSQL.
struct Bytes {
    std::string bytes;

    bool operator==(const Bytes&) const = default;
};

using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string, Bytes>;

/// One row of an answer, read by column name; rows.hpp reads by position. Asking for a column that is not
/// there, or as another kind than it holds, is a mistake in our code and throws std::logic_error.
class Row {
public:
    Row(std::shared_ptr<const std::vector<std::string>> names, std::vector<Value> values)
        : names_{std::move(names)}, values_{std::move(values)} {}

    bool is_null(std::string_view column) const;
    std::int64_t integer(std::string_view column) const;
    bool flag(std::string_view column) const { return integer(column) != 0; }
    double real(std::string_view column) const;
    const std::string& text(std::string_view column) const;
    const std::string& bytes(std::string_view column) const;
    Localized localized(std::string_view column) const { return localized_from(text(column)); }
    Instant instant(std::string_view column) const {
        return Instant{std::chrono::milliseconds{integer(column)}};
    }
    Day day(std::string_view column) const { return Day{std::chrono::days{integer(column)}}; }
    std::optional<Instant> instant_if(std::string_view column) const;
    std::optional<Day> day_if(std::string_view column) const;

    template <class T>
    Id<T> id(std::string_view column) const {
        return {is_null(column) ? 0 : integer(column)};
    }

    /// The value at a position, from 0: to be moved away.
    Value& value(std::size_t position) { return values_.at(position); }

private:
    const Value& at(std::string_view column) const;

    std::shared_ptr<const std::vector<std::string>> names_;
    std::vector<Value> values_;
};

inline Value bind(std::int64_t n) {
    return n;
}
inline Value bind(int n) {
    return std::int64_t{n};
}
inline Value bind(unsigned n) {
    return std::int64_t{n};
}
inline Value bind(std::size_t n) {
    return static_cast<std::int64_t>(n);
}
inline Value bind(bool b) {
    return std::int64_t{b};
}
inline Value bind(double d) {
    return d;
}
inline Value bind(std::string s) {
    return s;
}
inline Value bind(std::string_view s) {
    return std::string{s};
}
inline Value bind(const char* s) {
    return std::string{s};
}
inline Value bind(const Localized& words) {
    return json_of(words);
}
inline Value bind(const Languages& languages) {
    return tags_of(languages);
}
inline Value bind(Bytes b) {
    return b;
}
inline Value bind(Instant t) {
    return std::int64_t{t.time_since_epoch().count()};
}
/// A day is kept as whole days since 1970-01-01.
inline Value bind(Day d) {
    return std::int64_t{d.time_since_epoch().count()};
}
inline Value bind(LocalTime t) {
    return std::int64_t{t.time_since_epoch().count()};
}
inline Value bind(std::nullptr_t) {
    return nullptr;
}
/// An enum is kept by its name.
template <class Enum>
requires std::is_enum_v<Enum> Value bind(Enum value) {
    return std::string{name_of(value)};
}
template <class T>
Value bind(Id<T> id) {
    return id ? Value{id.value} : Value{nullptr};
}
template <class T>
Value bind(const std::optional<T>& maybe) {
    return maybe ? bind(*maybe) : Value{nullptr};
}

enum class Dialect { sqlite, postgres };

/// How long a database server may take, before what was asked of it has failed. One that says nothing at all
/// counts as lost.
struct Patience {
    std::chrono::milliseconds connect{5000};
    std::chrono::milliseconds statement{600'000};  // by the server's own clock
    std::chrono::milliseconds lock{60'000};
    std::chrono::milliseconds answer{620'000};  // from asking until the whole answer is here
    bool yields = false;  // asks nothing while somebody else in the program knows that the server is lost
};
/// Somebody waits for a page, and gets an answer within five seconds, at once while the server is lost.
inline constexpr Patience while_visitors_wait{std::chrono::milliseconds{2000},
    std::chrono::milliseconds{2500}, std::chrono::milliseconds{2000}, std::chrono::milliseconds{3000}, true};
/// Finds out soon that the server is lost, and soon that it is back.
inline constexpr Patience while_watching{std::chrono::milliseconds{2000}, std::chrono::milliseconds{2500},
    std::chrono::milliseconds{2000}, std::chrono::milliseconds{3000}, false};
/// The program is ending: after the grace nobody waits for a database server any more.
void stop_waiting_after(std::chrono::milliseconds grace);

/// One connection to one database, used by one thread at a time. Two drivers: sqlite.cpp and postgres.cpp.
/// Statements are written once, in the SQL both speak, with $1, $2, ... as parameters; they are prepared
/// once and kept.
class Connection {
public:
    virtual ~Connection() = default;

    template <class... Args>
    std::vector<Row> run(std::string_view statement, const Args&... args) {
        const std::vector<Value> values{bind(args)...};
        return run_with(statement, values);
    }
    // Not inline, so that bin/check-layers sees who links to SQL: store/ and app/, and nobody else.
    std::vector<Row> run_with(std::string_view statement, std::span<const Value> values);
    /// The same, planned for these very values: a rare word and a common one want different plans.
    std::vector<Row> run_planned(std::string_view statement, std::span<const Value> values);
    /// Several statements at once, without parameters: for migrations.
    void script(std::string_view statements);

    /// Starts a transaction that may write: SQLite takes its lock at once; PostgreSQL takes the one advisory
    /// lock that orders all writers, so that the log has one order.
    virtual void begin_writing() = 0;
    /// Starts a transaction that sees one unchanging state of the database.
    virtual void begin_reading() = 0;
    /// Throws OutcomeUnknown when the answer is lost, and when the server says that not all who keep the data
    /// have it.
    virtual void commit() { run("COMMIT"); }
    virtual Dialect dialect() const = 0;
    /// For what is asked from now on.
    virtual void set_patience(const Patience&) {}
    /// Throws DatabaseGone when the files that are open here have been deleted, or others put in their place.
    virtual void check_place() {}

private:
    virtual void run_script(std::string_view statements) = 0;
    virtual std::vector<Row> execute(std::string_view statement, std::span<const Value> values) = 0;
    virtual std::vector<Row> plan_and_execute(std::string_view statement, std::span<const Value> values) {
        return execute(statement, values);
    }
};

/// Only `create` makes a database where there is none.
enum class Access { read_only, read_write, create };

/// `path` is a file, or ":memory:". Throws Error with a sentence when there is none and none is to be made.
std::unique_ptr<Connection> open_sqlite(const std::string& path, Access);
/// `url` is postgresql://... or a libpq conninfo string.
std::unique_ptr<Connection> open_postgres(const std::string& url, Access);

/// Where the data are: a data folder's SQLite file, or a PostgreSQL server.
struct Database {
    std::string place;  // path of a file, or what is_address() says is an address

    bool is_postgres() const;
};
std::unique_ptr<Connection> open(const Database&, Access);

/// What a verb writes in. Only the Writer makes one; everything in it has the same time.
/// Committed, durable and visible all at once with the rest of its batch, or not at all.
class Transaction {
public:
    Transaction(Connection& db, Instant now) : db_{db}, now_{now} {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Instant now() const { return now_; }
    Connection& db() const { return db_; }
    /// What is written here shows on no page: pages that are kept stay as good as they were.
    void changes_no_page() { changes_pages_ = false; }

private:
    friend class Writer;

    Connection& db_;
    Instant now_;
    bool changes_pages_ = true;
};

/// All that is read while it lives is of one moment.
class Snapshot {
public:
    explicit Snapshot(Connection& db) : db_{db} { db_.begin_reading(); }
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection& db_;
};

}  // namespace medskapa::sql
