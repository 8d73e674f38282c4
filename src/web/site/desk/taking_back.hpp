#pragma once

#include "domain/site/process.hpp"
#include "web/frame/flash.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::site::desk {

/// The button that undoes a publishing by mistake, and until when; nothing when it is too late for that.
Html taking_back_view(const Visit&, const Step&);
Html taking_back_view(const Visit&, const Activity&);
Html taking_back_view(const Visit&, const Event&);
Html taking_back_view(const Visit&, const NewsItem&);

/// Lets `take_back` write what `find` finds in the act, and says so on the overview; where it was refused the
/// form says what can be done.
template <class Find, class TakeBack>
Response taken_back_or_again(
    const Visit& visit, const Form& form, Find find, const Values& standing, TakeBack take_back) {
    if (!find(visit.db)) return problem(visit, Failure::Kind::not_found);
    const auto done = visit.write([&](auto& act) -> decltype(take_back(act, *find(visit.db))) {
        const auto known = find(act.db());
        if (!known) return refuse(Failure::Kind::not_found);
        return take_back(act, *known);
    });
    if (done) return see_other(with_notice(Notice::taken_back, visit.href(address::edit_site)));
    return again(visit, form, standing, standing, done.error());
}

}  // namespace medskapa::web::site::desk
