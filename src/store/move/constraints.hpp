#pragma once

#include "store/move/layout.hpp"

/// What would stand in the way of rows that come table by table, in a transaction.
namespace medskapa::store {

/// Tables refer to each other in circles and to themselves, so that no order of tables serves: references are
/// looked at when all rows are there.
class ReferencesLater {
public:
    explicit ReferencesLater(sql::Connection&);
    /// Looks at them. Throws sql::Error at a row that refers to one that is not there.
    void look();

private:
    struct Reference {
        std::string table;
        std::string name;
        std::string definition;
    };

    sql::Connection& db_;
    std::vector<Reference> references_;  // of PostgreSQL, taken away until then
};

/// The highest number that the database has ever given a row of the table; it is not given again, also when
/// that row is deleted.
std::int64_t last_number(sql::Connection&, const LaidOutTable&);
void set_last_number(sql::Connection&, const LaidOutTable&, std::int64_t);

}  // namespace medskapa::store
