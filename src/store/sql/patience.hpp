#pragma once

#include "store/sql/connection.hpp"

namespace medskapa::sql {

/// Somebody waits for all that people have written to be read, and knows that it takes a while.
inline constexpr Patience while_all_is_read{std::chrono::milliseconds{2000},
    std::chrono::milliseconds{60'000}, std::chrono::milliseconds{2000}, std::chrono::milliseconds{65'000},
    true};

/// For as long as it lives the connection, which is a visitor's, has the patience to read all there is.
class ReadingAll {
public:
    explicit ReadingAll(Connection&);
    ~ReadingAll();
    ReadingAll(const ReadingAll&) = delete;
    ReadingAll& operator=(const ReadingAll&) = delete;

private:
    Connection& db_;
};

}  // namespace medskapa::sql
