#pragma once

#include "store/sql/connection.hpp"

#include <memory>

namespace medskapa::store {

/// A database that is read as a whole while nobody writes in it, for as long as this lives.
class HeldStill {
public:
    /// Throws InstallationUnusable when somebody else works with the database, as far as that can be known.
    explicit HeldStill(const sql::Database&);
    ~HeldStill();
    HeldStill(const HeldStill&) = delete;
    HeldStill& operator=(const HeldStill&) = delete;

    sql::Connection& db() { return reader_ ? *reader_ : *guard_; }

private:
    std::unique_ptr<sql::Connection> guard_;   // has the lock of those who write
    std::unique_ptr<sql::Connection> reader_;  // of PostgreSQL, which sees one moment
};

}  // namespace medskapa::store
