#include "web/http/limits/buckets.hpp"

#include "base/digest.hpp"

#include <algorithm>

namespace medskapa::web::http {
namespace {

constexpr std::chrono::milliseconds hour = std::chrono::hours{1};

}  // namespace

Buckets::Buckets(const Budget& budget) : budget_{budget}, full_at_(DailyPlaces::count) {}

std::optional<std::chrono::seconds> Buckets::spend(std::size_t place, Instant now) {
    if (budget_.at_once == 0) return std::nullopt;
    const auto one = hour / budget_.each_hour;
    const auto furthest = now + one * budget_.at_once;
    auto& spent = full_at_[place];
    const auto next = std::clamp(spent, now, furthest) + one;  // a clock that was put back costs one at most
    if (next > furthest) return std::chrono::ceil<std::chrono::seconds>(next - furthest);
    spent = next;
    return std::nullopt;
}

void Buckets::give_back(std::size_t place) {
    if (budget_.at_once != 0) full_at_[place] -= hour / budget_.each_hour;
}

void Buckets::fill_all() {
    std::fill(full_at_.begin(), full_at_.end(), Instant{});
}

bool DailyPlaces::begins_day(Instant now) {
    const auto day = std::chrono::floor<std::chrono::days>(now);
    if (!key_.empty() && day == day_) return false;
    key_ = random_bytes(32);
    day_ = day;
    return true;
}

std::size_t DailyPlaces::place_of(std::string_view name) const {
    const auto digest = hmac_sha256(key_, name);
    return (digest[0] + std::size_t{256} * digest[1]) % count;
}

std::string DailyPlaces::digest_of(std::string_view name) const {
    return std::string{as_text(hmac_sha256(key_, name))};
}

}  // namespace medskapa::web::http
