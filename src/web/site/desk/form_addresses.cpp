#include "web/law/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::site::desk {

std::string form_href(const Visit& visit, const Process&) {
    return visit.href(address::edit_process);
}

std::string form_href(const Visit& visit, const SiteDescription&) {
    return visit.href(address::edit_description);
}

std::string form_href(const Visit& visit, const SiteAppearance&) {
    return visit.href(address::edit_appearance);
}

std::string form_href(const Visit& visit, const InspelChoices&) {
    return visit.href(address::edit_choices);
}

std::string form_href(const Visit& visit, const Step& step) {
    return visit.href(address::edit_step, step.id.value);
}

std::string form_href(const Visit& visit, const Activity& activity) {
    return visit.href(address::edit_activity, activity.slug);
}

std::string form_href(const Visit& visit, const Event& event) {
    return visit.href(address::edit_event, event.id.value);
}

std::string form_href(const Visit& visit, const NewsItem& item) {
    return visit.href(address::edit_news, item.id.value);
}

std::string form_href(const Visit& visit, const Body& body) {
    return visit.href(address::edit_body, body.slug);
}

std::string place_in_overview(const Visit& visit, const std::string& form_href) {
    return form_href.substr(visit.href(address::edit_site).size());
}

std::string overview_with_saved(const Visit& visit, const std::string& form_href) {
    return with_query(visit.href(address::edit_site), {{"sparat", place_in_overview(visit, form_href)}});
}

}  // namespace medskapa::web::site::desk
