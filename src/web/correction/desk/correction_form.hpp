#pragma once

#include "domain/correction/correction.hpp"
#include "web/frame/visit.hpp"
#include "web/site/desk/form.hpp"
#include "web/ui/confirming.hpp"

#include <string>

/// The form that corrects a thing: a field for each reading, why, and the word that confirms.
namespace medskapa::web::correction::desk {

/// What is corrected: what stands, and the public page where the correction will stand.
struct Correctable {
    std::string title;
    Readings standing;
    ui::Link page;
    bool may_withhold = true;  // what stood can be left out, where it held something of a person
};

site::desk::Form form_of(const Visit&, const Correctable&);
site::desk::Values values_of(const Readings&);
Correcting correcting_from(const Visit&, const Readings& standing);
/// "correct", in the page's language.
std::string word_that_corrects(const Words&);

/// The form with what stands.
Response form_page(const Visit&, const std::optional<Correctable>&);

/// Lets `correct` write what was typed, and shows the thing's page; or the form again where it was refused,
/// where the word was not written, and where the thing is another than the form showed. `known(db)` is the
/// thing as it is now.
template <class Known, class Correct>
Response corrected_or_again(const Visit& visit, Known known, Correct correct) {
    const auto thing = known(visit.db);
    if (!thing) return problem(visit, Failure::Kind::not_found);
    const auto form = form_of(visit, *thing);
    const auto standing = [&](sql::Connection& db) {
        const auto now = known(db);
        return now ? values_of(now->standing) : site::desk::Values{};
    };
    const auto read = [&](const site::desk::Values&) -> Result<Correcting> {
        return correcting_from(visit, thing->standing);
    };
    return site::desk::saved_or_again(visit, form, read, standing, [&](auto& act, const Correcting& typed) {
        return ui::when_confirmed(
            correct(act, typed), word_that_corrects(visit.words), visit.field(ui::confirm_name));
    });
}

}  // namespace medskapa::web::correction::desk
