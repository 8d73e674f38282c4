#include "store/conversation/seen_versions.hpp"

#include <fmt/format.h>

namespace medskapa::store {

sql::RowVersion version_of(const Conversation& conversation) {
    return {fmt::format("conversation/{}", conversation.activity.value),
        fmt::format("{}.{}", name_of(conversation.state), name_of(conversation.moderation))};
}

sql::RowVersion version_of_group(Id<Activity> activity, int label, const std::string& name) {
    return {fmt::format("group/{}/{}", activity.value, label), sql::short_digest(name)};
}

sql::RowVersion version_of(Id<Activity> activity, const Population& population) {
    std::string all;
    for (const auto* people : {&population.by_municipality, &population.by_age_class}) {
        for (const auto& [category, n] : *people) all += fmt::format("{} {}\n", category, n);
        all += '\n';
    }
    return {fmt::format("population/{}", activity.value), sql::short_digest(all)};
}

}  // namespace medskapa::store
