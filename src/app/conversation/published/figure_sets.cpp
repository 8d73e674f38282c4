#include "app/conversation/published/figure_sets.hpp"

#include <algorithm>

namespace medskapa::app {

using opinion::PeopleSets;

FigureSets::FigureSets(const opinion::Conversation& on_map, std::span<const opinion::Release> past)
    : on_map_{on_map},
      rule_{on_map, past},
      now_{opinion::release_of(on_map, past.empty() ? nullptr : &past.back())} {
    for (const auto seat : on_map.seats_by_id()) people_.push_back(on_map.participants()[seat]);
}

bool FigureSets::admit(const std::vector<Members>& sets) {
    const opinion::PairRule among{on_map_, {&now_, 1}};
    const auto is_allowed = [&](const Members& set) {
        return rule_.allows(PeopleSets::Of::figures, set) && among.allows(PeopleSets::Of::figures, set);
    };
    if (!std::all_of(sets.begin(), sets.end(), is_allowed)) return false;
    auto& partition = now_.partitions.emplace_back();
    for (const auto& set : sets) {
        auto& ids = partition.sets.emplace_back();
        for (const auto member : set) ids.push_back(people_[member]);
    }
    return true;
}

void FigureSets::add_blocks(const opinion::PublishedMap& map) {
    now_.partitions.push_back(opinion::blocks_of(map));
}

}  // namespace medskapa::app
