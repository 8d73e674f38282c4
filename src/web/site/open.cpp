#include "web/site/open.hpp"

#include "store/site/site_store.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::site {

std::optional<Activity> open_activity(const Visit& visit, const Process& process, std::string_view slug) {
    for (auto& activity : store::activities_of(visit.db, process.id)) {
        const bool is_asked = slug.empty() ? activity.kind == Activity::Kind::inspel : activity.slug == slug;
        if (is_asked && activity.takes_inspel() && activity.is_open(visit.today()))
            return std::move(activity);
    }
    return std::nullopt;
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
