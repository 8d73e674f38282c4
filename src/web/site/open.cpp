#include "web/site/open.hpp"

#include "store/site/site_store.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::site {

namespace {

std::optional<Activity> open_on(const Visit& visit, const Process& process, std::string_view slug, Day day) {
    for (auto& activity : store::activities_of(visit.db, process.id)) {
        const bool is_asked = slug.empty() ? activity.kind == Activity::Kind::inspel : activity.slug == slug;
        if (is_asked && activity.takes_inspel() && activity.is_open(day)) return std::move(activity);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Activity> open_activity(const Visit& visit, const Process& process, std::string_view slug) {
    return open_on(visit, process, slug, visit.today());
}

std::optional<Activity> activity_open_lately(
    const Visit& visit, const Process& process, std::string_view slug) {
    if (auto open = open_activity(visit, process, slug)) return open;
    auto closed = open_on(visit, process, slug, visit.site.clock.day(visit.now - taken_after_close));
    return closed && !closed->withdrawn ? closed : std::nullopt;
}

Html open_elsewhere(const Visit& visit) {
    for (const auto& process : store::processes(visit.db)) {
        if (process.id == visit.process->id) continue;
        const auto activity = open_activity(visit, process);
        if (!activity) continue;
        const auto home = visit.href_in(process, address::start_page);
        return ui::notice(
            ui::Tone::info, html(R"(<p>{open_now} <a href="{href}">{process}</a>. {window}</p>)",
                                "open_now"_a = visit.words("Open now:"), "href"_a = home,
                                "process"_a = visit.in(process.name),
                                "window"_a = window(*activity, visit.today(), visit.words)));
    }
    return {};
}

}  // namespace medskapa::web::site
