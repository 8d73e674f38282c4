#pragma once

#include "domain/site/process.hpp"
#include "web/site/desk/form.hpp"
#include "web/ui/confirming.hpp"

namespace medskapa::web::site::desk {

/// Stands below the form of something that can be withdrawn: what follows, and the field for the reason.
/// Below what is withdrawn already, when and why. `address` is where the form is sent.
struct Withdrawing {
    std::string act;
    std::string consequence;
    std::string address;
};
Html withdrawing_view(const Visit&, const Withdrawing&, const std::optional<Withdrawal>&);

Withdrawal typed_withdrawal(const Visit&);
/// "call off", in the page's language.
std::string word_that_withdraws(const Words&);

/// Lets `withdraw` write what `find` finds in the act, and says so on the overview; where it was refused the
/// form says why.
template <class Find, class Withdraw>
Response withdrawn_or_again(
    const Visit& visit, const Form& form, Find find, const Values& standing, Withdraw withdraw) {
    if (!find(visit.db)) return problem(visit, Failure::Kind::not_found);
    const auto done = visit.write([&](auto& act) -> decltype(withdraw(act, *find(visit.db), Withdrawal{})) {
        const auto known = find(act.db());
        if (!known) return refuse(Failure::Kind::not_found);
        return ui::when_confirmed(withdraw(act, *known, typed_withdrawal(visit)),
            word_that_withdraws(visit.words), visit.field(ui::confirm_name));
    });
    if (done) return see_other(overview_with_saved(visit, form_href(visit, *done)));
    return again(visit, form, standing, standing, done.error());
}

}  // namespace medskapa::web::site::desk
