#include "web/frame/flash.hpp"

#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web {
namespace {

const char* told(Done done) {
    switch (done) {
        case Done::published: return N_("Published. Everybody can read the inspel.");
        case Done::declined: return N_("Declined. The sender can read why.");
        case Done::reopened: return N_("The inspel waits for review again.");
        case Done::copied: return N_("Saved. The copy is shown as you wrote it.");
        case Done::masked: return N_("Masked. The words are no longer shown.");
        case Done::shown: return N_("The addition is shown.");
        case Done::split: return N_("The issue has been split off. Go on with the next, or answer it.");
        case Done::unsplit: return N_("The issue has been removed. The words stand in the inspel as before.");
        case Done::assigned: return N_("Saved who answers, and until when.");
        case Done::grouped:
            return N_("Joined in a group. Answer one of them, and choose which get the same.");
        case Done::left_group: return N_("Taken out of its group.");
        case Done::answered: return N_("Saved. The answer is held back until it is published.");
        case Done::changed: return N_("The change is public.");
        case Done::answers_published:
            return N_("Published. The senders and everybody else can read the answers.");
        case Done::block_added: return N_("The text block has been added.");
        case Done::block_removed: return N_("The text block has been removed.");
        case Done::seat_added: return N_("The seat has been added.");
        case Done::seat_ended: return N_("The last day of the seat has been saved.");
        case Done::role_removed: break;
    }
    return N_("The role has been taken away.");
}

}  // namespace

std::string telling(Done done, std::string address) {
    const auto end = std::min(address.find('#'), address.size());
    const auto mark = address.find('?') < end ? '&' : '?';
    return address.insert(end, mark + ("klart=" + std::string{name_of(done)}));
}

Html done_view(const Visit& visit) {
    Done done{};
    if (!find_name<Done>(visit.query("klart"), done)) return {};
    return ui::status(html("<p>{}</p>", visit.words(told(done))));
}

}  // namespace medskapa::web
