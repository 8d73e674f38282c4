#include "web/frame/flash.hpp"

#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web {
namespace {

const char* told(Notice done) {
    switch (done) {
        case Notice::published: return N_("Published. Everybody can read the inspel.");
        case Notice::declined: return N_("Declined. The sender can read why.");
        case Notice::reopened: return N_("The inspel waits for review again.");
        case Notice::copied: return N_("Saved. The copy is shown as you wrote it.");
        case Notice::masked: return N_("Masked. The words are no longer shown.");
        case Notice::shown: return N_("The addition is shown.");
        case Notice::split: return N_("The issue has been split off. Go on with the next, or answer it.");
        case Notice::unsplit:
            return N_("The issue has been removed. The words stand in the inspel as before.");
        case Notice::assigned: return N_("Saved who answers, and until when.");
        case Notice::grouped:
            return N_("Joined in a group. Answer one of them, and choose which get the same.");
        case Notice::left_group: return N_("Taken out of its group.");
        case Notice::answered: return N_("Saved. The answer is held back until it is published.");
        case Notice::changed: return N_("The change is public.");
        case Notice::answers_published:
            return N_("Published. The senders and everybody else can read the answers.");
        case Notice::block_added: return N_("The text block has been added.");
        case Notice::block_removed: return N_("The text block has been removed.");
        case Notice::seat_added: return N_("The seat has been added.");
        case Notice::seat_ended: return N_("The last day of the seat has been saved.");
        case Notice::role_removed: break;
    }
    return N_("The role has been taken away.");
}

}  // namespace

std::string with_notice(Notice done, std::string address) {
    const auto end = std::min(address.find('#'), address.size());
    const auto mark = address.find('?') < end ? '&' : '?';
    return address.insert(end, mark + ("klart=" + std::string{name_of(done)}));
}

Html flash(const Visit& visit) {
    Notice done{};
    if (!find_name<Notice>(visit.query("klart"), done)) return {};
    return ui::status(html("<p>{}</p>", visit.words(told(done))));
}

}  // namespace medskapa::web
