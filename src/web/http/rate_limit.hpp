#pragma once

#include "base/names.hpp"
#include "web/http/limits/buckets.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web::http {

/// What a visitor spends by asking.
enum class Spending {
    reading,  // a page that has to be made
    writing,  // an inspel, an answer, a statement: what somebody must read
    voting,
    trying,  // a sign-in link or a receipt's code, that might be guessed
    nothing
};

}  // namespace medskapa::web::http

namespace medskapa {
template <>
inline constexpr auto names_of<web::http::Spending> = names<web::http::Spending>({
    {web::http::Spending::reading, "reading"},
    {web::http::Spending::writing, "writing"},
    {web::http::Spending::voting, "voting"},
    {web::http::Spending::trying, "trying"},
    {web::http::Spending::nothing, "nothing"},
});
}  // namespace medskapa

namespace medskapa::web::http {

/// "60+60/h", "600+10/s", "none". Refuses what is not written so, is zero, or is more than a million at once.
Result<Budget> read_budget(std::string_view);
std::string shown(const Budget&);

/// What all who share a network may spend together: a library, a school and a workshop have one address each.
struct Budgets {
    Budget reading{500, 180'000};
    Budget writing{60, 60};
    Budget voting{600, 36'000};
    Budget trying{60, 60};
};

/// Who shares an address as far as limits go: IPv4 by its first 24 bits, IPv6 by its first 56. Nothing for
/// the machine itself. What is no address, or not known, is all one network.
std::optional<std::string> network_of(std::string_view address);

/// Counts what each network spends, in memory and for a day: a network is a place in a table under a key that
/// is drawn each day and never written down, so nobody can be read out of it. Two networks that meet in a
/// place share its budget, which hardly one in thirty does on a day with a thousand. Safe to use from several
/// threads; O(1).
class RateLimit {
public:
    explicit RateLimit(const Budgets&);

    /// Nothing when it was there to spend, and is spent; else how long until it is.
    std::optional<std::chrono::seconds> spend(Spending, std::string_view address, Instant now);

private:
    std::mutex mutex_;
    std::vector<Buckets> buckets_;
    DailyPlaces places_;
};

}  // namespace medskapa::web::http
