#include "store/move/move_rows.hpp"

#include "base/digest.hpp"
#include "store/files/installation.hpp"
#include "store/migrations/migrate.hpp"
#include "store/move/constraints.hpp"
#include "store/sql/upkeep.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace medskapa::store {
namespace {

using Layout = std::vector<LaidOutTable>;

/// Of the rows that are to be read: once on one side, once on the other.
class Steps {
public:
    Steps(sql::Connection& from, const Layout& layout, const MoveProgress& progress) : progress_{progress} {
        for (const auto& table : layout) all_ += 2 * sql::rows_in(from, quoted(table.name));
    }
    void add(const std::string& table, std::size_t rows) {
        done_ += static_cast<std::int64_t>(rows);
        if (progress_ && all_ > 0) progress_(table, static_cast<double>(done_) / static_cast<double>(all_));
    }

private:
    const MoveProgress& progress_;
    std::int64_t all_ = 0;
    std::int64_t done_ = 0;
};

void refuse_other_layout(const Layout& from, const Layout& to) {
    if (const auto table = differing_table(from, to); !table.empty())
        throw InstallationUnusable{{{},
            N_("The table {} is not laid out as this program does it. Move with the release that made the "
               "database."),
            {table}}};
}

/// A migration may put rows in; what is moved has its own. Asked only of tables that this transaction made.
void empty_tables(sql::Connection& to, const Layout& layout) {
    for (const auto& table : layout) to.run("DELETE FROM " + quoted(table.name));
}

RowsTally copied(sql::Connection& from, sql::Connection& to, const LaidOutTable& source,
    const LaidOutTable& target, Steps& steps) {
    TableReader reader{from, source};
    RowsTally tally;
    for (auto rows = reader.next(); !rows.empty(); rows = reader.next()) {
        for (const auto& row : rows) tally.add(row);
        write_rows(to, target, rows);
        steps.add(source.name, rows.size());
    }
    if (source.numbers_rows) set_last_number(to, target, last_number(from, source));
    return tally;
}

RowsTally tally_of(sql::Connection& db, const LaidOutTable& table, Steps& steps) {
    TableReader reader{db, table};
    RowsTally tally;
    for (auto rows = reader.next(); !rows.empty(); rows = reader.next()) {
        for (const auto& row : rows) tally.add(row);
        steps.add(table.name, rows.size());
    }
    return tally;
}

void refuse_difference(const std::string& table, const RowsTally& read, const RowsTally& arrived) {
    if (read == arrived) return;
    throw InstallationUnusable{{{},
        N_("The table {} did not arrive as it was: {} rows were read, {} arrived, and what stands in them "
           "differs. Nothing was moved. Report it to those who maintain the program."),
        {table, read.rows, arrived.rows}}};
}

RowsTallies filled(sql::Connection& from, sql::Connection& to, const MoveProgress& progress) {
    const auto sources = layout_of(from);
    const auto targets = layout_of(to);
    refuse_other_layout(sources, targets);
    Steps steps{from, sources, progress};
    ReferencesLater references{to};
    empty_tables(to, targets);
    RowsTallies tallies;
    for (std::size_t i = 0; i < sources.size(); ++i)
        tallies[sources[i].name] = copied(from, to, sources[i], targets[i], steps);
    references.look();
    for (const auto& table : targets)
        refuse_difference(table.name, tallies.at(table.name), tally_of(to, table, steps));
    for (const auto& source : sources) {
        const auto& tally = tallies.at(source.name);
        refuse_difference(source.name, {sql::rows_in(from, quoted(source.name)), tally.sum}, tally);
    }
    return tallies;
}

/// Without it the first questions are answered by guess, and slowly.
void count_for_plans(sql::Connection& to) {
    if (to.dialect() == sql::Dialect::sqlite) return;
    try {
        to.script("ANALYZE");
    } catch (const sql::Error&) {
        // All is there; the server does it by itself later.
    }
}

}  // namespace

void refuse_tables(sql::Connection& to) {
    if (sql::tables_in(to).empty()) return;
    throw InstallationUnusable{{{},
        N_("The database that is to be filled has tables already, and they are not written over. Name an "
           "empty one: PostgreSQL's createdb makes it.")}};
}

RowsTallies move_rows(sql::Connection& from, sql::Connection& to, Instant now, const LastLook& last_look,
    const MoveProgress& progress) {
    to.begin_writing();
    RowsTallies tallies;
    try {
        refuse_tables(to);  // again, now that nobody else can make any
        migrate_within(to, now);
        tallies = filled(from, to, progress);
        last_look(from, to);
    } catch (...) {
        try {
            to.run("ROLLBACK");
        } catch (const sql::Error&) {
            // The connection is lost, and the database undoes it by itself.
        }
        throw;
    }
    to.commit();
    count_for_plans(to);
    return tallies;
}

std::string digest_of(const RowsTallies& tallies) {
    Sha256 all;
    for (const auto& [table, tally] : tallies)
        all.add(fmt::format("{}:{}:{:016x}\n", table, tally.rows, fmt::join(tally.sum, "")));
    return hex(as_text(all.finish()));
}

}  // namespace medskapa::store
