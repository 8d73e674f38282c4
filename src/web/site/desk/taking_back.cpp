#include "web/site/desk/taking_back.hpp"

#include "app/site/taking_back.hpp"
#include "store/site/columns.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::site::desk {
namespace {

template <const auto& table, class Thing>
Html button_for(const Visit& visit, const Thing& thing, const std::string& action) {
    const auto until = app::taken_back_until(visit.db, thing, visit.now);
    if (!until) return {};
    const auto& words = visit.words;
    return ui::notice(ui::Tone::good,
        html("<p>{}</p>{}",
            words("Published by mistake? Until {} it can be taken back: then it is gone from every page "
                  "here, and "
                  "the open log says that it was there. Whoever has fetched it already may still have it.",
                words.moment(visit.site.clock.local(*until))),
            post_button(visit, action, ui::submit(words("Take the publishing back"), ui::Weight::small), {},
                {sql::version_of<table>(thing)})));
}

}  // namespace

Html taking_back_view(const Visit& visit, const Step& step) {
    return button_for<store::tables::step>(visit, step, visit.href(address::take_back_step, step.id.value));
}

Html taking_back_view(const Visit& visit, const Activity& activity) {
    return button_for<store::tables::activity>(
        visit, activity, visit.href(address::take_back_activity, activity.slug));
}

Html taking_back_view(const Visit& visit, const Event& event) {
    return button_for<store::tables::event>(
        visit, event, visit.href(address::take_back_event, event.id.value));
}

Html taking_back_view(const Visit& visit, const NewsItem& item) {
    return button_for<store::tables::news>(visit, item, visit.href(address::take_back_news, item.id.value));
}

}  // namespace medskapa::web::site::desk
