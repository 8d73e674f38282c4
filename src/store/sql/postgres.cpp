#include "store/sql/connection.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <unordered_map>

namespace medskapa::sql {
namespace {

struct Disconnect {
    void operator()(PGconn* c) const { PQfinish(c); }
};
struct Clear {
    void operator()(PGresult* r) const { PQclear(r); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

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
        if (const auto* d = std::get_if<double>(&v)) return fmt::format("{}", *d);
        if (const auto* t = std::get_if<std::string>(&v)) return *t;
        if (const auto* b = std::get_if<Bytes>(&v)) return b->bytes;
        return {};
    }
};

class PostgresConnection final : public Connection {
public:
    PostgresConnection(std::string url, Access access) : url_{std::move(url)}, access_{access} { connect(); }

    void script(std::string_view statements) override {
        const Answer answer{PQexec(db_.get(), std::string{statements}.c_str())};
        check(answer.get(), statements.substr(0, 60));
    }
    void begin_writing() override {
        reconnect_if_lost();
        script("BEGIN");
        run(writers_lock);
    }
    void begin_reading() override {
        reconnect_if_lost();
        script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    Dialect dialect() const override { return Dialect::postgres; }

private:
    void connect() {
        kept_.clear();
        db_.reset(PQconnectdb(url_.c_str()));
        if (PQstatus(db_.get()) != CONNECTION_OK)
            throw Unavailable{std::string{"postgres: "} + PQerrorMessage(db_.get())};
        script("SET client_min_messages = warning");
        if (access_ == Access::read_only) script("SET default_transaction_read_only = on");
    }

    void reconnect_if_lost() {
        if (PQstatus(db_.get()) != CONNECTION_OK) connect();
    }

    void check(const PGresult* answer, std::string_view doing) const {
        const auto status = PQresultStatus(answer);
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return;
        const auto text = fmt::format("postgres: {}: {}", doing, PQerrorMessage(db_.get()));
        const char* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
        if (state != nullptr && std::string_view{state} == "53100") throw DiskFull{text};
        if (PQstatus(db_.get()) != CONNECTION_OK) throw Unavailable{text};
        throw Error{text};
    }

    std::vector<Row> execute(std::string_view statement, std::span<const Value> values) override {
        if (PQtransactionStatus(db_.get()) == PQTRANS_UNKNOWN) reconnect_if_lost();
        auto& kept = prepared(statement);
        const Parameters parameters{values};
        const Answer answer{PQexecPrepared(db_.get(), kept.name.c_str(), static_cast<int>(values.size()),
            parameters.pointers.data(), parameters.lengths.data(), parameters.formats.data(), 0)};
        check(answer.get(), statement);
        return rows_of(answer.get(), kept);
    }

    /// A statement that is kept gets one plan for all values; one that is sent with its values gets its own.
    std::vector<Row> plan_and_execute(std::string_view statement, std::span<const Value> values) override {
        if (PQtransactionStatus(db_.get()) == PQTRANS_UNKNOWN) reconnect_if_lost();
        const Parameters parameters{values};
        const Answer answer{
            PQexecParams(db_.get(), std::string{statement}.c_str(), static_cast<int>(values.size()), nullptr,
                parameters.pointers.data(), parameters.lengths.data(), parameters.formats.data(), 0)};
        check(answer.get(), statement);
        Kept once;
        return rows_of(answer.get(), once);
    }

    Kept& prepared(std::string_view statement) {
        const std::string text{statement};
        const auto found = kept_.find(text);
        if (found != kept_.end()) return found->second;
        Kept kept{fmt::format("s{}", kept_.size()), nullptr};
        const Answer answer{PQprepare(db_.get(), kept.name.c_str(), text.c_str(), 0, nullptr)};
        check(answer.get(), statement);
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
            case float8: return std::stod(text);
            case bytea: return bytes_of(text);
            default: return std::string{text};
        }
    }

    static Value bytes_of(const char* text) {
        std::size_t size = 0;
        unsigned char* raw = PQunescapeBytea(reinterpret_cast<const unsigned char*>(text), &size);
        if (raw == nullptr) throw std::bad_alloc{};
        Bytes bytes{std::string{reinterpret_cast<const char*>(raw), size}};
        PQfreemem(raw);
        return bytes;
    }

    std::string url_;
    Access access_;
    std::unique_ptr<PGconn, Disconnect> db_;
    std::unordered_map<std::string, Kept> kept_;
};

}  // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url, Access access) {
    return std::make_unique<PostgresConnection>(url, access);
}

}  // namespace medskapa::sql
