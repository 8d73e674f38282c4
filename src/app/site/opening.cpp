#include "app/site/opening.hpp"

#include "app/act/record.hpp"
#include "app/mail/post.hpp"
#include "domain/site/description.hpp"
#include "store/site/description_store.hpp"
#include "store/site/opening_store.hpp"

namespace medskapa::app {

Result<SiteOpening> open_site(Permitted<Action::describe_site> act) {
    auto opening = store::site_opening(act.db());
    if (!opening || opening->opened_at) return refuse(Failure::Kind::conflict);
    if (const auto missing = missing_settings(store::site_description(act.db())); !missing.empty())
        return refuse(Failure::Kind::invalid,
            {{{}, N_("Fill in what the law asks for before the site is opened: {} things are missing"),
                {std::to_string(missing.size())}}});
    opening->opened_at = act.now();
    store::change(tx(act), *opening);
    record(act, EntryType::site_opened, object_named(ObjectKind::site, "opening"));
    return *opening;
}

Result<Mail> send_test_mail(
    Permitted<Action::describe_site> act, const User& to, const std::string& language) {
    const auto mail = post(act, {.kind = Mail::Kind::test, .language = language}, to.email);
    if (!mail)
        return refuse(Failure::Kind::invalid,
            {{{},
                N_("No test could be sent to {}: it is no e-mail address, or has had many tests within the "
                   "hour. Wait, and try again"),
                {to.email}}});
    return *mail;
}

}  // namespace medskapa::app
