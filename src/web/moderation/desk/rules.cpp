#include "app/moderation/conduct.hpp"
#include "store/moderation/conduct_store.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/desk/pages.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::moderation::desk {
namespace {

using namespace site::desk;

constexpr auto introduction = "inledning";

Values values_of(const Conduct& conduct) {
    Values values;
    put(values, introduction, conduct.introduction);
    for (const auto& rule : conduct_rules) put(values, std::string{rule.name}, conduct.*rule.own);
    return values;
}

Result<Conduct> conduct_from(const Values& typed) {
    Reader in{typed};
    Conduct conduct;
    conduct.introduction = in.localized(introduction);
    for (const auto& rule : conduct_rules) conduct.*rule.own = in.localized(std::string{rule.name});
    return in.finished(conduct);
}

Form form_of(const Visit& visit) {
    const auto& words = visit.words;
    Form form{
        words("Rules for what people write"), words("One rule for each reason by which something is not "
                                                    "shown. Where you write nothing, the page says "
                                                    "the words below the field. Each version is kept.")};
    form.in_each_language({introduction, words("Introduction"), Kind::text}, visit);
    for (const auto& rule : conduct_rules)
        form.in_each_language(
            {std::string{rule.name}, shown(rule.reason, words), Kind::text, Needed::no, words(rule.standard)},
            visit);
    return form;
}

Values standing(sql::Connection& db) {
    return values_of(store::conduct_in_force(db));
}

}  // namespace

Response rules(const Visit& visit) {
    const auto now = standing(visit.db);
    return form_page(visit, form_of(visit), now, now);
}

Response save_rules(const Visit& visit) {
    return saved_or_again(
        visit, form_of(visit), [&](const Values& typed) { return conduct_from(typed); }, standing,
        [](auto& act, const Conduct& changed) { return app::set_conduct(act, changed); });
}

}  // namespace medskapa::web::moderation::desk
