#include "web/frame/menus/process_nav.hpp"

#include "store/referral/referral_store.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/referral/addresses.hpp"

#include <array>

namespace medskapa::web {
namespace {

struct Entry {
    ProcessStage stage;
    AddressBelow<0> address;
    std::string text;
};

}  // namespace

Html process_nav(const Visit& visit, ProcessStage here) {
    const auto& words = visit.words;
    const std::array<Entry, 6> entries{{{ProcessStage::inspel, address::inspel_list, words("Inspel")},
        {ProcessStage::referral, address::newest_referral, words("Formal consultation")},
        {ProcessStage::text, address::documents_page, words("The text")},
        {ProcessStage::changed, address::changes_page, words("What was changed")},
        {ProcessStage::report, address::report_page, words("The consultation report")},
        {ProcessStage::decisions, address::decisions_page, words("Decisions")}}};
    const bool was_referred = !store::referrals_of(visit.db, visit.process->id).empty();
    return html(R"(
<nav class="way" aria-label="{}"><ol>{}</ol></nav>)",
        words("From inspel to decision"), each(entries, [&](const Entry& entry) {
            if (entry.stage == ProcessStage::referral && !was_referred) return Html{};
            return html(R"(<li><a href="{}"{}>{}</a></li>)", visit.href(entry.address),
                when(entry.stage == here, html(R"( aria-current="true")")), entry.text);
        }));
}

}  // namespace medskapa::web
