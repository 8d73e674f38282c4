#pragma once

#include "base/system/child_process.hpp"

#include <string>

namespace medskapa::sql {

/// How PostgreSQL's own programs are told where a database is. Everybody on the machine can read a program's
/// arguments, so the password goes by a file that its owner alone can read, gone with this.
class PostgresLogin {
public:
    /// `url` as libpq reads it. Throws sql::Error when it does not.
    explicit PostgresLogin(const std::string& url);

    /// For --dbname: all that the address says but the password.
    const std::string& conninfo() const { return conninfo_; }

private:
    ScratchFolder folder_;
    std::string conninfo_;
};

}  // namespace medskapa::sql
