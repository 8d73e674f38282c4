#include "web/frame/forms/drafts.hpp"
#include "app/staff/desk.hpp"
#include "web/frame/flash.hpp"
#include "web/staff/desk/pages.hpp"

namespace medskapa::web::staff::desk {

Response keep_draft(const Visit& visit) {
    const std::string place{visit.field("utkast")};
    const auto kept = visit.write([&](auto& act) { return app::keep_draft(act, place, draft_words(visit)); });
    if (!kept) return problem(visit, kept.error().kind);
    if (visit.field("tyst") == "ja") {
        Response nothing;
        nothing.status = 204;
        nothing.headers = {{"Cache-Control", "no-store"}};
        return nothing;
    }
    return see_other(with_notice(Notice::draft_kept, with_query(draft_page(visit), {{"utkast", place}})));
}

Response drop_draft(const Visit& visit) {
    const auto dropped =
        visit.write([&](auto& act) { return app::drop_draft(act, std::string{visit.field("plats")}); });
    if (!dropped) return problem(visit, dropped.error().kind);
    return see_other(with_notice(Notice::draft_dropped, draft_page(visit)));
}

}  // namespace medskapa::web::staff::desk
