#include "domain/conversation/voter.hpp"

#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {

Result<Background> check_background(const Background& given, std::span<const Municipality> places) {
    std::vector<Complaint> complaints;
    const auto is_it = [&](const Municipality& place) { return place.code == given.municipality; };
    if (!given.municipality.empty() && given.municipality != "outside" &&
        std::none_of(places.begin(), places.end(), is_it))
        complaints.push_back({Field::municipality, N_("Choose one of these"), {}});
    ActorKind kind{};
    if (!given.actor_kind.empty() && !find_name<ActorKind>(given.actor_kind, kind))
        complaints.push_back({Field::actor_kind, N_("Choose one of these"), {}});
    AgeClass age{};
    if (!given.age_class.empty() && !find_name<AgeClass>(given.age_class, age))
        complaints.push_back({Field::age_class, N_("Choose one of these"), {}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return given;
}

Result<Population> check_population(const Population& typed, std::span<const Municipality> places) {
    std::vector<Complaint> complaints;
    const auto check = [&](const Place& place, std::int64_t people, bool is_known) {
        if (!is_known || people < 1 || people > largest_population)
            complaints.push_back({place, N_("Write a whole number of people"), {}});
    };
    for (const auto& [code, people] : typed.by_municipality)
        check({Field::municipality, code}, people,
            std::any_of(places.begin(), places.end(), [&](const auto& place) { return place.code == code; }));
    for (const auto& [name, people] : typed.by_age_class) {
        AgeClass age{};
        check({Field::age_class, name}, people, find_name<AgeClass>(name, age));
    }
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return typed;
}

std::vector<Share> shares_of(
    const std::map<std::string, std::int64_t>& people, std::span<const std::string> wanted) {
    std::int64_t known = 0;
    for (const auto& [name, count] : people)
        if (!name.empty()) known += count;
    std::vector<Share> shares;
    for (const auto& name : wanted) {
        const auto found = people.find(name);
        const auto count = found == people.end() ? 0 : found->second;
        shares.push_back(
            {name, count, known == 0 ? 0 : static_cast<double>(count) / static_cast<double>(known)});
    }
    return shares;
}

}  // namespace medskapa
