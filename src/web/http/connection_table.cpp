#include "web/http/connection_table.hpp"

#include <algorithm>

namespace medskapa::web::http {

ConnectionTable::Arrival ConnectionTable::arrive(const std::string& name) {
    const auto own = networks_.find(name);
    const bool is_full = size() >= most_;
    const bool own_is_full = own != networks_.end() && !name.empty() && own->second.size >= most_of_network_;
    Arrival arrival;
    if (is_full || own_is_full) {
        arrival.to_close = take_oldest(own_is_full ? own : largest());
        if (!arrival.to_close) return arrival;
    }
    const auto network = networks_.try_emplace(name).first;
    auto& idle = network->second.waiting[static_cast<std::size_t>(Phase::idle)];
    ++network->second.size;
    arrival.key = next_++;
    members_.emplace(*arrival.key, Member{network, Phase::idle, idle.insert(idle.end(), *arrival.key)});
    return arrival;
}

void ConnectionTable::enter(Key key, Phase phase) {
    const auto found = members_.find(key);
    if (found == members_.end() || found->second.phase == phase) return;
    auto& member = found->second;
    auto& waiting = member.network->second.waiting;
    auto& from = waiting[static_cast<std::size_t>(member.phase)];
    auto& to = waiting[static_cast<std::size_t>(phase)];
    to.splice(to.end(), from, member.place);
    member.phase = phase;
}

void ConnectionTable::leave(Key key) {
    const auto found = members_.find(key);
    if (found == members_.end()) return;
    const auto& member = found->second;
    const auto network = member.network;
    network->second.waiting[static_cast<std::size_t>(member.phase)].erase(member.place);
    members_.erase(found);
    if (--network->second.size == 0) networks_.erase(network);
}

bool ConnectionTable::is_idle(Key key) const {
    const auto found = members_.find(key);
    return found != members_.end() && found->second.phase == Phase::idle;
}

std::size_t ConnectionTable::in(Phase phase) const {
    std::size_t count = 0;
    for (const auto& [name, network] : networks_)
        count += network.waiting[static_cast<std::size_t>(phase)].size();
    return count;
}

ConnectionTable::Networks::iterator ConnectionTable::largest() {
    return std::max_element(networks_.begin(), networks_.end(),
        [](const auto& a, const auto& b) { return a.second.size < b.second.size; });
}

std::optional<ConnectionTable::Key> ConnectionTable::take_oldest(Networks::iterator network) {
    if (network == networks_.end()) return std::nullopt;
    for (const auto phase : {Phase::idle, Phase::receiving, Phase::sending}) {
        const auto& waiting = network->second.waiting[static_cast<std::size_t>(phase)];
        if (waiting.empty()) continue;
        const auto oldest = waiting.front();
        leave(oldest);
        return oldest;
    }
    return std::nullopt;
}

}  // namespace medskapa::web::http
