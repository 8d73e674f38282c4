#include "base/deadline.hpp"
#include "base/text.hpp"
#include "store/sql/connection.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <cerrno>
#include <optional>
#include <unordered_map>

namespace medskapa::sql {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
};
struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
};

// Milliseconds for which another program's lock is waited for.
constexpr int usual_wait = 5000;
constexpr int locked_wait = 3000;
constexpr int again_locked_wait = 100;

/// A statement that is kept, with where its parameters are and what its columns are called.
struct Prepared {
    std::unique_ptr<sqlite3_stmt, Finalize> statement;
    std::vector<int> parameters;  // by number: SQLite counts "$2" by where it first stands, not by its digit
    std::shared_ptr<const std::vector<std::string>> columns;
};

/// Ready for its next use, whatever happened in this one.
struct Reset {
    sqlite3_stmt* statement;
    ~Reset() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};

/// Reading stops when nobody waits for the answer any more.
void give_up_in_time(sqlite3* db) {
    constexpr int steps_between_looks = 20'000;  // of SQLite's machine: some tenths of a millisecond
    sqlite3_progress_handler(
        db, steps_between_looks, [](void*) { return Deadline::has_passed() ? 1 : 0; }, nullptr);
}

/// Which file lies at a path, if any.
std::optional<ino_t> file_at(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return std::nullopt;
    return found.st_ino;
}

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& path, Access access) : journal_{path + "-wal"} {
        const bool is_in_memory = path == ":memory:";
        const bool writes = access != Access::read_only || is_in_memory;
        const bool makes = access == Access::create || is_in_memory;
        if (!makes && !file_at(path))
            throw Error{"There is no database at " + path +
                        ". Name the folder of an installation, or restore a backup."};
        const int mode =
            (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | (makes ? SQLITE_OPEN_CREATE : 0);
        sqlite3* raw = nullptr;
        const auto rc = sqlite3_open_v2(path.c_str(), &raw, mode | SQLITE_OPEN_NOMUTEX, nullptr);
        db_.reset(raw);
        if (rc != SQLITE_OK) fail("open " + path);
        sqlite3_busy_timeout(raw, usual_wait);  // First: even the pragmas below may have to wait.
        if (writes) script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
        script("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
        if (!writes) give_up_in_time(raw);
        script(writes ? "PRAGMA cache_size = -8000" : "PRAGMA cache_size = -1000");
        if (writes) settle();
        opened_journal_ = file_at(journal_);
    }

    void run_script(std::string_view statements) override {
        if (sqlite3_exec(db_.get(), std::string{statements}.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(statements.substr(0, 60));
    }
    /// Another program may hold the one lock there is for writing. Whoever finds it held is told soon, and
    /// those who come next sooner, until it is free.
    void begin_writing() override {
        sqlite3_busy_timeout(db_.get(), was_locked_out_ ? again_locked_wait : locked_wait);
        was_locked_out_ = true;
        run("BEGIN IMMEDIATE");
        was_locked_out_ = false;
        sqlite3_busy_timeout(db_.get(), usual_wait);
    }
    void begin_reading() override {
        run("BEGIN");
        run("SELECT 1 FROM sqlite_schema LIMIT 1");  // The snapshot is taken by the first read.
    }
    Dialect dialect() const override { return Dialect::sqlite; }
    void check_place() override {
        int has_moved = 0;
        sqlite3_file_control(db_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
        if (!opened_journal_) opened_journal_ = file_at(journal_);
        if (has_moved != 0 || file_at(journal_) != opened_journal_)
            throw DatabaseGone{"The database " + journal_.substr(0, journal_.size() - 4) +
                               ", or its journal, has been deleted or replaced by another."};
    }

private:
    /// An earlier process may have left pages in the journal that the disk never took. They are carried over
    /// and made durable before anything is built on them.
    void settle() {
        try {
            script("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (const DiskFull&) {
            // Then nothing can be built on them either, and reading needs no space.
        }
    }

    [[noreturn]] void fail(std::string_view doing) const {
        // The names in it may come from a damaged file.
        const auto said = "sqlite: " + std::string{doing} + ": " + text::for_xml(sqlite3_errmsg(db_.get()));
        const auto code = sqlite3_errcode(db_.get());
        // The system's number belongs to the last failed call to it; after other errors it is an old one.
        const bool system_failed = code == SQLITE_IOERR || code == SQLITE_CANTOPEN;
        const int number = system_failed ? sqlite3_system_errno(db_.get()) : 0;
        if (code == SQLITE_FULL || number == ENOSPC || number == EDQUOT) throw DiskFull{said};
        if (code == SQLITE_BUSY) throw Unavailable{said};
        if (code == SQLITE_INTERRUPT) throw Unavailable{said + ": it took too long"};
        if (code == SQLITE_IOERR) throw DiskFailed{said};
        throw Error{said};
    }

    std::vector<Row> execute(std::string_view statement, std::span<const Value> values) override {
        auto& prepared = kept(statement);
        const Reset reset{prepared.statement.get()};
        bind_all(prepared, values);
        return rows_of(prepared);
    }

    Prepared& kept(std::string_view statement) {
        const auto found = statements_.find(statement);
        if (found != statements_.end()) return found->second;
        return statements_.emplace(statement, prepare(statement)).first->second;
    }

    Prepared prepare(std::string_view statement) {
        sqlite3_stmt* raw = nullptr;
        const auto size = static_cast<int>(statement.size());
        if (sqlite3_prepare_v3(db_.get(), statement.data(), size, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) !=
            SQLITE_OK)
            fail(statement);
        Prepared prepared{
            .statement = std::unique_ptr<sqlite3_stmt, Finalize>{raw}, .parameters = {}, .columns = {}};
        for (int n = 1; n <= sqlite3_bind_parameter_count(raw); ++n)
            prepared.parameters.push_back(
                sqlite3_bind_parameter_index(raw, ("$" + std::to_string(n)).c_str()));
        auto names = std::make_shared<std::vector<std::string>>();
        for (int i = 0; i < sqlite3_column_count(raw); ++i) names->emplace_back(sqlite3_column_name(raw, i));
        prepared.columns = std::move(names);
        return prepared;
    }

    void bind_all(const Prepared& prepared, std::span<const Value> values) {
        if (values.size() != prepared.parameters.size())
            throw std::logic_error{
                "values and parameters differ: " + std::string{sqlite3_sql(prepared.statement.get())}};
        for (std::size_t i = 0; i < values.size(); ++i)
            if (bind_one(prepared.statement.get(), prepared.parameters[i], values[i]) != SQLITE_OK)
                fail("bind $" + std::to_string(i + 1));
    }

    // The values outlive the step, so SQLite need not copy them. It makes 0.0 of -0.0, as + 0.0 does for both
    // drivers.
    static int bind_one(sqlite3_stmt* s, int parameter, const Value& value) {
        if (const auto* n = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(s, parameter, *n);
        if (const auto* d = std::get_if<double>(&value)) return sqlite3_bind_double(s, parameter, *d + 0.0);
        if (const auto* t = std::get_if<std::string>(&value))
            return sqlite3_bind_text(s, parameter, t->data(), static_cast<int>(t->size()), SQLITE_STATIC);
        if (const auto* b = std::get_if<Bytes>(&value))
            return sqlite3_bind_blob(
                s, parameter, b->bytes.data(), static_cast<int>(b->bytes.size()), SQLITE_STATIC);
        return sqlite3_bind_null(s, parameter);
    }

    std::vector<Row> rows_of(const Prepared& prepared) {
        auto* s = prepared.statement.get();
        std::vector<Row> rows;
        int rc = SQLITE_ROW;
        while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
            std::vector<Value> values;
            values.reserve(prepared.columns->size());
            for (int i = 0; i < sqlite3_column_count(s); ++i) values.push_back(value_of(s, i));
            rows.emplace_back(prepared.columns, std::move(values));
        }
        if (rc != SQLITE_DONE) fail(sqlite3_sql(s));
        return rows;
    }

    // The size is asked last, and of bytes alone: SQLite would write a number out as text to measure it.
    static std::string bytes_of(sqlite3_stmt* s, int column, const void* bytes) {
        if (bytes == nullptr) return {};
        return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(s, column))};
    }

    static Value value_of(sqlite3_stmt* s, int column) {
        switch (sqlite3_column_type(s, column)) {
            case SQLITE_NULL: return nullptr;
            case SQLITE_INTEGER: return static_cast<std::int64_t>(sqlite3_column_int64(s, column));
            case SQLITE_FLOAT: return sqlite3_column_double(s, column);
            case SQLITE_BLOB: return Bytes{bytes_of(s, column, sqlite3_column_blob(s, column))};
            default: return bytes_of(s, column, sqlite3_column_text(s, column));
        }
    }

    std::string journal_;
    std::optional<ino_t> opened_journal_;
    bool was_locked_out_ = false;
    std::unique_ptr<sqlite3, CloseDatabase> db_;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements_;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, Access access) {
    return std::make_unique<SqliteConnection>(path, access);
}

}  // namespace medskapa::sql
