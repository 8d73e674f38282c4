#pragma once

#include "domain/site/process.hpp"

#include <optional>
#include <string>

namespace medskapa {

/// Something that is strong or weak in the region today, or that it may gain or lose: a sentence, which rests
/// on evidence. A draft is read by the staff alone.
struct SwotItem {
    enum class Quadrant { strength, weakness, opportunity, threat };
    enum class State { draft, published };

    Id<SwotItem> id = {};
    Id<Process> process = {};
    int number = 0;
    Quadrant quadrant = Quadrant::strength;
    Localized text = {};
    State state = State::draft;
    std::optional<Instant> published_at = {};  // the last time

    bool is_published() const { return state == State::published; }
};
template <>
inline constexpr auto names_of<SwotItem::Quadrant> = names<SwotItem::Quadrant>({
    {SwotItem::Quadrant::strength, "strength", NC_("swot", "Strengths")},
    {SwotItem::Quadrant::weakness, "weakness", NC_("swot", "Weaknesses")},
    {SwotItem::Quadrant::opportunity, "opportunity", NC_("swot", "Opportunities")},
    {SwotItem::Quadrant::threat, "threat", NC_("swot", "Threats")},
});
template <>
inline constexpr auto names_of<SwotItem::State> = names<SwotItem::State>({
    {SwotItem::State::draft, "draft", NC_("swot", "Draft")},
    {SwotItem::State::published, "published", NC_("swot", "Published")},
});

/// "S-3"
std::string reference(const SwotItem&);

/// Refuses one without a sentence, and one of more than 300 characters in any language.
Result<SwotItem> checked(SwotItem);

/// What an item rests on besides a figure of a run.
struct SwotEvidence {
    Id<SwotEvidence> id = {};
    Id<Process> process = {};
    Id<SwotItem> item = {};
    std::string reference = {};  // "D-4" (a dataset), "I-12" (an inspel), "I-12/2" (its second issue)
    Instant added_at = {};
};

}  // namespace medskapa
