#include "web/http/limits/guess_limit.hpp"

#include "web/http/rate_limit.hpp"

namespace medskapa::web::http {

GuessLimit::Places GuessLimit::places_of(const std::string& account, std::string_view address, Instant now) {
    if (places_.begins_day(now)) {
        near_.fill_all();
        all_.fill_all();
        known_.clear();
    }
    const auto network = network_of(address);
    const auto name = account + '\0' + network.value_or("");
    Places places;
    if (network) places.near = places_.place_of(name);
    places.all = places_.place_of(account);
    places.is_known = known_.contains(places_.digest_of(name));
    return places;
}

std::optional<std::chrono::seconds> GuessLimit::spend(
    const std::string& account, std::string_view address, Instant now) {
    const std::lock_guard lock{mutex_};
    const auto places = places_of(account, address, now);
    if (places.near)
        if (const auto wait = near_.spend(*places.near, now)) return wait;
    if (places.is_known) return std::nullopt;
    return all_.spend(places.all, now);
}

void GuessLimit::give_back(const std::string& account, std::string_view address, Instant now) {
    const std::lock_guard lock{mutex_};
    const auto places = places_of(account, address, now);
    if (places.near) near_.give_back(*places.near);
    if (!places.is_known) all_.give_back(places.all);
}

void GuessLimit::was_right(const std::string& account, std::string_view address, Instant now) {
    give_back(account, address, now);
    const std::lock_guard lock{mutex_};
    constexpr std::size_t most_known = 10'000;
    if (known_.size() < most_known)
        known_.insert(places_.digest_of(account + '\0' + network_of(address).value_or("")));
}

}  // namespace medskapa::web::http
