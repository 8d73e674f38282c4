#include "web/http/rate_limit.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>

namespace medskapa::web::http {
namespace {

constexpr int most_at_once = 1'000'000;
constexpr int most_each_hour = 3'600'000;  // one a millisecond, which is as fine as our clock

using AddressBytes = std::array<std::uint8_t, 16>;

std::string ipv4_network(const std::uint8_t* bytes) {
    return {'4', static_cast<char>(bytes[0]), static_cast<char>(bytes[1]), static_cast<char>(bytes[2])};
}

bool is_mapped_ipv4(const AddressBytes& bytes) {
    constexpr std::array<std::uint8_t, 12> prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

bool is_loopback(const AddressBytes& bytes) {
    AddressBytes one{};
    one.back() = 1;
    return bytes == one || (is_mapped_ipv4(bytes) && bytes[12] == 127);
}

/// As IPv6, where IPv4 is mapped (RFC 4291, 2.5.5.2).
std::optional<AddressBytes> address_bytes(const std::string& address) {
    AddressBytes bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
    bytes = {};
    bytes[10] = bytes[11] = 0xff;
    if (inet_pton(AF_INET, address.c_str(), bytes.data() + 12) == 1) return bytes;
    return std::nullopt;
}

std::optional<int> number_up_to(int most, std::string_view digits) {
    int n = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    if (error != std::errc{} || end != digits.data() + digits.size() || n < 1 || n > most)
        return std::nullopt;
    return n;
}

std::optional<Budget> budget_in(std::string_view text) {
    const auto plus = text.find('+');
    if (plus == text.npos || text.size() < 2) return std::nullopt;
    const bool each_second = text.ends_with("/s");
    if (!each_second && !text.ends_with("/h")) return std::nullopt;
    const auto rate = text.substr(0, text.size() - 2);
    if (plus >= rate.size()) return std::nullopt;
    const auto at_once = number_up_to(most_at_once, rate.substr(0, plus));
    const auto more = number_up_to(most_each_hour / (each_second ? 3600 : 1), rate.substr(plus + 1));
    if (!at_once || !more) return std::nullopt;
    return Budget{*at_once, *more * (each_second ? 3600 : 1)};
}

}  // namespace

Result<Budget> read_budget(std::string_view text) {
    if (text == "none") return Budget{};
    if (const auto budget = budget_in(text)) return *budget;
    return refuse(Failure::Kind::invalid,
        {{"limit",
            N_("A limit is written 60+60/h, so many at once and then so many more an hour, or "
               "600+10/s a second, or none; it was: {}"),
            {std::string{text}}}});
}

std::string shown(const Budget& budget) {
    if (budget.at_once == 0) return "none";
    return fmt::format("{}+{}/h", budget.at_once, budget.each_hour);
}

std::optional<std::string> network_of(std::string_view address) {
    const auto bytes = address_bytes(std::string{address});
    if (!bytes) return "?";
    if (is_loopback(*bytes)) return std::nullopt;
    if (is_mapped_ipv4(*bytes)) return ipv4_network(bytes->data() + 12);
    return '6' + std::string(bytes->begin(), bytes->begin() + 7);
}

RateLimit::RateLimit(const Budgets& budgets) {
    for (const auto& budget : {budgets.reading, budgets.writing, budgets.voting, budgets.trying})
        buckets_.emplace_back(budget);
}

std::optional<std::chrono::seconds> RateLimit::spend(
    Spending spending, std::string_view address, Instant now) {
    if (spending == Spending::nothing) return std::nullopt;
    const auto network = network_of(address);
    if (!network) return std::nullopt;

    const std::lock_guard lock{mutex_};
    if (places_.begins_day(now))
        for (auto& buckets : buckets_) buckets.fill_all();
    return buckets_[static_cast<std::size_t>(spending)].spend(places_.place_of(*network), now);
}

}  // namespace medskapa::web::http
