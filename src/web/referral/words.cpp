#include "web/referral/words.hpp"

#include "app/referral/referral.hpp"
#include "store/document/document_store.hpp"
#include "web/document/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::referral {

std::string shown(Party::State state, const Words& words) {
    switch (state) {
        case Party::State::invited: return words.in("party", "Invited");
        case Party::State::answered: return words("Answered");
        case Party::State::abstained: return words("Declined to reply");
        case Party::State::silent: break;
    }
    return words("Has not answered");
}

std::string title_of(const Visit& visit, const Referral& referral) {
    const auto version = store::find_version(visit.db, referral.version).value();
    return store::find_document(visit.db, version.document).value().title + ", " + version.title;
}

std::string text_href(const Visit& visit, const Referral& referral) {
    const auto version = store::find_version(visit.db, referral.version).value();
    const auto document = store::find_document(visit.db, version.document).value();
    return visit.href(address::version_page, document.code, version.number);
}

std::string answer_href(const Visit& visit, const Party& party) {
    return visit.href(address::answer_as_party, app::link_of(party, visit.site.secret));
}

std::string full_address(const Visit& visit, const std::string& href) {
    return visit.site.base_url + href;
}

Html example_notice(const Visit& visit) {
    if (!visit.process->is_example) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p>",
            visit.words(
                "This is an invented example. What stands under the names of public bodies and others "
                "has not been said by them.")));
}

}  // namespace medskapa::web::referral
