#pragma once

#include "base/digest.hpp"
#include "store/migrations/migrate.hpp"
#include "store/sql/connection.hpp"

#include <memory>
#include <string>

namespace example::detail {

using namespace medskapa;

/// A database on the PostgreSQL server for tests, gone with its owner. It is laid out once and emptied
/// between two tests, as laying it out takes ten times as long; a test that has changed the layout itself
/// leaves one that is made anew. The role must be a superuser's, since foreign keys and the log's own guards
/// have to look away while it is emptied.
class ServerDatabase {
public:
    ServerDatabase(std::string server, Instant now) : server_{std::move(server)}, now_{now} { lay_out(); }
    ~ServerDatabase() { drop(); }
    ServerDatabase(const ServerDatabase&) = delete;
    ServerDatabase& operator=(const ServerDatabase&) = delete;

    std::string url() const {
        return server_ + (server_.find('?') == std::string::npos ? '?' : '&') + "dbname=" + name_;
    }

    /// As the migrations leave it.
    void make_clean() {
        if (layout() == laid_out_) return db_->script(cleaning_);
        drop();
        lay_out();
    }

private:
    std::string server_;
    Instant now_;
    std::string name_;
    std::string laid_out_;
    std::string cleaning_;
    std::unique_ptr<sql::Connection> db_;  // kept, as a new one learns of all tables anew

    void lay_out() {
        name_ = "test_" + hex(random_bytes(8));
        sql::open_postgres(server_, sql::Access::read_write)
            ->script("CREATE DATABASE " + name_ + " TEMPLATE template0");
        db_ = sql::open_postgres(url(), sql::Access::create);
        store::migrate(*db_, now_);
        laid_out_ = layout();
        db_->script(keep_rows);
        cleaning_ = db_->run(cleaning_script).at(0).text("answer");
    }

    void drop() {
        db_.reset();
        sql::open_postgres(server_, sql::Access::read_write)
            ->script("DROP DATABASE " + name_ + " WITH (FORCE)");
    }

    std::string layout() { return db_->run(layout_digest).at(0).text("answer"); }

    /// What tables, columns, indexes, triggers and constraints there are.
    static constexpr auto layout_digest = R"(
        SELECT md5(concat_ws(';',
            (SELECT string_agg(oid::text, ',' ORDER BY oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace),
            (SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             WHERE c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped),
            (SELECT string_agg(oid::text, ',' ORDER BY oid) FROM pg_trigger),
            (SELECT count(*) FROM pg_constraint))) AS answer)";

    /// The rows that the migrations themselves put in, beside the tables.
    static constexpr auto keep_rows = R"(
        CREATE SCHEMA laid_out;
        DO $$ DECLARE name text; has_rows boolean;
        BEGIN
            FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO has_rows;
                IF has_rows THEN EXECUTE format('CREATE TABLE laid_out.%I AS TABLE public.%I', name, name); END IF;
            END LOOP;
        END $$)";

    static constexpr auto cleaning_script = R"(
        SELECT concat('SET session_replication_role = replica;',
            (SELECT string_agg(format('DELETE FROM public.%I;', tablename), '')
             FROM pg_tables WHERE schemaname = 'public'),
            (SELECT string_agg(format('INSERT INTO public.%I (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM laid_out.%I;',
                                      kept.relname, names, names, kept.relname), '')
             FROM pg_class kept, LATERAL (
                SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS names FROM pg_attribute
                WHERE attrelid = format('public.%I', kept.relname)::regclass
                      AND attnum > 0 AND NOT attisdropped AND attgenerated = '') columns
             WHERE kept.relnamespace = 'laid_out'::regnamespace AND kept.relkind = 'r'),
            (SELECT string_agg(format('SELECT setval(%L, %s, %L);', format('public.%I', sequencename),
                                      coalesce(last_value, start_value), last_value IS NOT NULL), '')
             FROM pg_sequences WHERE schemaname = 'public')) AS answer)";
};

}  // namespace example::detail
