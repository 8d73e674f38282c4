#include "app/site/logotype.hpp"
#include "app/inspel/sent_file.hpp"
#include "domain/field.hpp"
#include "store/site/columns.hpp"
#include "store/site/logotype_store.hpp"
#include "store/sql/version.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/menus/menus.hpp"
#include "web/frame/site_style.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/pages.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::site::desk {
namespace {

const std::string file_field{name_of(Field::file)};

std::vector<sql::RowVersion> seen(const SiteLogotype& logotype) {
    return {sql::version_of<store::tables::site_logotype>(logotype)};
}

/// As it stands, on the ground that it has on a dark page too.
Html standing_view(const Visit& visit, const SiteLogotype& logotype) {
    const auto& words = visit.words;
    if (!logotype.is_there())
        return html("<p>{}</p>", words("There is no logotype yet. Medskapa's own mark stands in its place."));
    const auto remove =
        html(R"(<button class="btn quiet" type="submit">{}</button>)", words("Take the logotype away"));
    return html(
        R"(<h2>{title}</h2><p><img class="logotype" src="{href}" alt="{alt}" width="{width}" height="{height}"></p>{remove})",
        "title"_a = words("The logotype now"), "href"_a = logotype_href(logotype),
        "alt"_a = words("The region's logotype"), "width"_a = logotype.picture.width,
        "height"_a = logotype.picture.height,
        "remove"_a = post_button(visit, visit.href(address::edit_logotype), remove,
            ui::hidden_field("gor", "ta-bort"), seen(logotype)));
}

Response logotype_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto logotype = store::site_logotype(visit.db);
    const auto title = words("The region's logotype");
    const auto field =
        ui::text_field({.name = file_field,
                           .label = words("Logotype"),
                           .hint = words("PNG or JPEG, at least {} pixels high, at most {} kB. It "
                                         "is shown about 40 pixels high, on white.",
                               least_logotype_height, largest_logotype / 1000)},
            ui::Input::file, complaints, words);
    const auto form =
        post_form(visit, {.action = visit.href(address::edit_logotype),
                             .fields = field,
                             .button = ui::submit(words("Show it on all pages"), ui::Weight::filled),
                             .is_narrow = true,
                             .takes_files = true,
                             .seen = seen(logotype)});
    const auto body = html(R"(
{errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{form}
{standing})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a =
            words("It stands at the top of every page, beside the name, for all processes on the site."),
        "form"_a = form, "standing"_a = standing_view(visit, logotype));
    auto content = desk_page(visit, title, body, "webbplats");
    content.crumbs = {{visit.href(address::edit_site), words("The process, news and calendar")}};
    return page_with_form(std::move(content), visit, complaints, status);
}

Response refused(const Visit& visit, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    return logotype_page(visit, failure.complaints, status_of(failure.kind));
}

/// The picture that was sent, drawn anew.
Result<std::string> sent_picture(const Visit& visit) {
    const auto& uploads = visit.request.uploads;
    if (uploads.empty() || uploads.front().bytes.empty())
        return refuse(Failure::Kind::invalid, {{Field::file, N_("Choose a file with the logotype")}});
    auto drawn = app::redrawn({uploads.front().file_name, uploads.front().bytes});
    if (drawn.fault) return refuse(Failure::Kind::invalid, {{Field::file, drawn.fault, {drawn.name}}});
    return std::move(drawn.octets);
}

}  // namespace

Response logotype(const Visit& visit) {
    return logotype_page(visit, {}, 200);
}

Response save_logotype(const Visit& visit) {
    std::optional<std::string> bytes;
    if (visit.field("gor") != "ta-bort") {
        auto sent = sent_picture(visit);
        if (!sent) return refused(visit, sent.error());
        bytes = *std::move(sent);
    }
    const auto changed = visit.write([&](auto& act) { return app::change_logotype(act, bytes); });
    return changed ? see_other(visit.href(address::edit_logotype)) : refused(visit, changed.error());
}

}  // namespace medskapa::web::site::desk
