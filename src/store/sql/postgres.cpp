#include "store/sql/postgres_link.hpp"

#include <fmt/format.h>
#include <array>
#include <charconv>
#include <unordered_map>

namespace medskapa::sql {
namespace {

// Any number will do, as long as every node of every version takes the same one.
constexpr auto writers_lock = "SELECT pg_advisory_xact_lock(7305801)";

struct Kept {
    std::string name;
    std::shared_ptr<const std::vector<std::string>> columns;
};

/// What libpq wants to see of the values: text, and binary for bytes.
struct Parameters {
    std::vector<std::string> texts;
    std::vector<const char*> pointers;
    std::vector<int> lengths;
    std::vector<int> formats;

    explicit Parameters(std::span<const Value> values) {
        texts.reserve(values.size());
        for (const auto& value : values) {
            texts.push_back(as_text(value));
            const bool is_null = std::holds_alternative<std::nullptr_t>(value);
            pointers.push_back(is_null ? nullptr : texts.back().c_str());
            lengths.push_back(static_cast<int>(texts.back().size()));
            formats.push_back(std::holds_alternative<Bytes>(value) ? 1 : 0);
        }
    }

private:
    static std::string as_text(const Value& v) {
        if (const auto* n = std::get_if<std::int64_t>(&v)) return std::to_string(*n);
        if (const auto* d = std::get_if<double>(&v))
            return fmt::format("{}", *d + 0.0);  // no -0, as in SQLite
        if (const auto* t = std::get_if<std::string>(&v)) return *t;
        if (const auto* b = std::get_if<Bytes>(&v)) return b->bytes;
        return {};
    }
};

/// What will be over by itself: the server ends, cannot take more, is another's standby, has been waited for.
bool is_passing(std::string_view state) {
    constexpr std::array classes{"08", "53", "57", "58"};
    return state == "55P03" || state == "25006" ||
           std::any_of(classes.begin(), classes.end(), [&](const char* c) { return state.starts_with(c); });
}

class PostgresConnection final : public Connection {
public:
    PostgresConnection(const std::string& url, Access access) : link_{url, access} { connect(); }

    void run_script(std::string_view statements) override {
        const std::string text{statements};
        (void)ask(text.substr(0, 60), [&](PGconn* db) { return PQsendQuery(db, text.c_str()); });
    }
    void begin_writing() override {
        begin("BEGIN");
        run(writers_lock);
    }
    void begin_reading() override { begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    Dialect dialect() const override { return Dialect::postgres; }

    /// A warning here says that the standby does not have it. And who commits what has failed is told of a
    /// rollback, not of an error.
    void commit() override {
        (void)link_.has_warned();
        PostgresResult answer;
        try {
            answer = ask("COMMIT", [](PGconn* db) { return PQsendQuery(db, "COMMIT"); });
        } catch (const Unavailable& lost) {
            link_.hang_up();
            throw OutcomeUnknown{lost.what()};
        }
        if (link_.has_warned()) {
            link_.hang_up();
            throw OutcomeUnknown{"postgres: COMMIT: not all who keep the data have confirmed it"};
        }
        if (std::string_view{PQcmdStatus(answer.get())} != "COMMIT")
            throw Error{"postgres: COMMIT: the transaction had failed"};
    }

    void set_patience(const Patience& patience) override {
        link_.set_patience(patience);
        script(fmt::format("SET statement_timeout = {}; SET lock_timeout = {}", patience.statement.count(),
            patience.lock.count()));
    }

private:
    void connect() {
        kept_.clear();
        link_.connect();
    }

    void reconnect_if_lost() {
        if (link_.is_lost()) connect();
    }

    /// A transaction that could not be ended is left with its connection.
    void begin(std::string_view statement) {
        if (!link_.is_lost() && !link_.is_idle()) link_.hang_up();
        reconnect_if_lost();
        script(statement);
    }

    PostgresResult ask(std::string_view doing, const std::function<int(PGconn*)>& send) {
        auto answer = link_.ask(send);
        const auto status = PQresultStatus(answer.get());
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return answer;
        const auto text = fmt::format("postgres: {}: {}", doing, PQresultErrorMessage(answer.get()));
        const char* field = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
        const std::string_view state = field == nullptr ? "" : field;
        if (state == "25006") link_.hang_up();  // the next one finds who may write now
        if (state == "53100") throw DiskFull{text};
        if (link_.is_lost() || is_passing(state)) throw Unavailable{text};
        throw Error{text};
    }

    std::vector<Row> execute(std::string_view statement, std::span<const Value> values) override {
        reconnect_if_lost();
        auto& kept = prepared(statement);
        const Parameters parameters{values};
        const auto answer = ask(statement, [&](PGconn* db) {
            return PQsendQueryPrepared(db, kept.name.c_str(), static_cast<int>(values.size()),
                parameters.pointers.data(), parameters.lengths.data(), parameters.formats.data(), 0);
        });
        return rows_of(answer.get(), kept);
    }

    /// A statement that is kept gets one plan for all values; one that is sent with its values gets its own.
    std::vector<Row> plan_and_execute(std::string_view statement, std::span<const Value> values) override {
        reconnect_if_lost();
        const Parameters parameters{values};
        const std::string text{statement};
        const auto answer = ask(statement, [&](PGconn* db) {
            return PQsendQueryParams(db, text.c_str(), static_cast<int>(values.size()), nullptr,
                parameters.pointers.data(), parameters.lengths.data(), parameters.formats.data(), 0);
        });
        Kept once;
        return rows_of(answer.get(), once);
    }

    Kept& prepared(std::string_view statement) {
        const std::string text{statement};
        const auto found = kept_.find(text);
        if (found != kept_.end()) return found->second;
        Kept kept{fmt::format("s{}", kept_.size()), nullptr};
        (void)ask(statement,
            [&](PGconn* db) { return PQsendPrepare(db, kept.name.c_str(), text.c_str(), 0, nullptr); });
        return kept_.emplace(text, std::move(kept)).first->second;
    }

    static std::vector<Row> rows_of(PGresult* answer, Kept& kept) {
        if (!kept.columns) {
            auto names = std::make_shared<std::vector<std::string>>();
            for (int c = 0; c < PQnfields(answer); ++c) names->emplace_back(PQfname(answer, c));
            kept.columns = std::move(names);
        }
        std::vector<Row> rows;
        for (int r = 0; r < PQntuples(answer); ++r) {
            std::vector<Value> values;
            for (int c = 0; c < PQnfields(answer); ++c) values.push_back(value_of(answer, r, c));
            rows.emplace_back(kept.columns, std::move(values));
        }
        return rows;
    }

    static Value value_of(PGresult* answer, int row, int column) {
        constexpr Oid bytea = 17, int8 = 20, int4 = 23, float8 = 701;
        if (PQgetisnull(answer, row, column) != 0) return nullptr;
        const char* text = PQgetvalue(answer, row, column);
        switch (PQftype(answer, column)) {
            case int8:
            case int4: return static_cast<std::int64_t>(std::stoll(text));
            case float8: return real_of(text);
            case bytea: return bytes_of(text);
            default: return std::string{text};
        }
    }

    /// Also the smallest, of which std::stod() says that they are out of range.
    static Value real_of(std::string_view text) {
        double number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec != std::errc{}) throw Error{"postgres: no number: " + std::string{text}};
        return number;
    }

    static Value bytes_of(const char* text) {
        std::size_t size = 0;
        unsigned char* raw = PQunescapeBytea(reinterpret_cast<const unsigned char*>(text), &size);
        if (raw == nullptr) throw std::bad_alloc{};
        Bytes bytes{std::string{reinterpret_cast<const char*>(raw), size}};
        PQfreemem(raw);
        return bytes;
    }

    PostgresLink link_;
    std::unordered_map<std::string, Kept> kept_;
};

}  // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url, Access access) {
    return std::make_unique<PostgresConnection>(url, access);
}

}  // namespace medskapa::sql
