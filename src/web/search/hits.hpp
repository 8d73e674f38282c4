#pragma once

#include "base/names.hpp"
#include "store/search/wanted.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::search {

/// What is found, in the order in which kinds stand when nothing else tells hits apart.
enum class HitKind {
    text,
    decision,
    answer,
    priority,
    swot,
    assessment,
    plan,
    proposal,
    inspel,
    news,
    event
};

}  // namespace medskapa::web::search

namespace medskapa {
template <>
inline constexpr auto names_of<web::search::HitKind> = names<web::search::HitKind>({
    {web::search::HitKind::text, "texten", N_("The text")},
    {web::search::HitKind::decision, "beslut", N_("Decisions")},
    {web::search::HitKind::answer, "svar", N_("Answers and issues")},
    {web::search::HitKind::priority, "prioriteringar", N_("Priorities")},
    {web::search::HitKind::swot, "swot", N_("SWOT")},
    {web::search::HitKind::assessment, "bedomningar", N_("Impact assessments")},
    {web::search::HitKind::plan, "plan", N_("Plan for participation")},
    {web::search::HitKind::proposal, "forslag", N_("Proposals for other words")},
    {web::search::HitKind::inspel, "inspel", N_("Inspel")},
    {web::search::HitKind::news, "nyheter", N_("News")},
    {web::search::HitKind::event, "kalender", N_("Calendar")},
});
}  // namespace medskapa

namespace medskapa::web::search {

struct Hit {
    HitKind kind;
    std::string href;
    std::string title;
    std::string words;     // among which those that were asked for stand, unless the title has them
    std::string language;  // of title and words
    std::string meta = {};
    int closeness = 0;  // higher: nearer to what was asked for
};

/// At most so many of each kind, and of each process, are looked at.
inline constexpr int looked_at = 100;

/// All that a process has and everybody may read, whose words fit: the closest first, and of those that are
/// as close the newest of the first kind.
std::vector<Hit> hits_in(const Visit&, const Process&, const std::string& asked);

}  // namespace medskapa::web::search
