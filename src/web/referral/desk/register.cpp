#include "web/referral/desk/register.hpp"

#include "store/referral/referral_store.hpp"
#include "web/referral/addresses.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::referral::desk {

std::optional<Referral> referral_of(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("referral"));
    return number ? store::referral_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

std::optional<Party> party_of(const Visit& visit, const Referral& referral) {
    const auto number = Visit::number(visit.path.at("party"));
    return number ? store::party_numbered(visit.db, referral.id, *number) : std::nullopt;
}

bool may_run(const Visit& visit) {
    return visit.signed_in && authorize(visit.signed_in->actor, Action::run_referral, visit.process->id);
}

Response register_page(
    const Visit& visit, const std::string& title, Html body, const ui::Complaints& complaints, int status) {
    auto content =
        desk_page(visit, title, html("{}{}", ui::error_summary(complaints, visit.words), body), "remiss");
    content.crumbs = {{visit.href(address::referrals_page), visit.words("Formal consultation")}};
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

Html wrong_rows(const Visit& visit, const ui::Complaints& complaints) {
    if (complaints.empty()) return {};
    return ui::notice(ui::Tone::bad,
        html("<h2>{}</h2><ul>{}</ul>", visit.words("Nothing was imported. Put this right first:"),
            each(complaints, [&](const Complaint& complaint) {
                return html("<li>{}: {}</li>", ui::place_in_table(complaint.place, visit.words),
                    visit.words.complaint(complaint));
            })));
}

}  // namespace medskapa::web::referral::desk
