#include "web/frame/process_nav.hpp"

#include "store/referral/referral_store.hpp"

#include <array>

namespace medskapa::web {
namespace {

struct Way {
    ProcessStage stop;
    const char* below;
    std::string text;
};

}  // namespace

Html process_nav(const Visit& visit, ProcessStage here) {
    const auto& words = visit.words;
    const std::array<Way, 6> ways{{{ProcessStage::inspel, "/inspel", words("Inspel")},
        {ProcessStage::referral, "/remiss", words("Referral")},
        {ProcessStage::text, "/dokument", words("The text")},
        {ProcessStage::changed, "/vad-andrades", words("What was changed")},
        {ProcessStage::report, "/samradsredogorelse", words("The consultation report")},
        {ProcessStage::decisions, "/beslut", words("Decisions")}}};
    const bool was_referred = !store::referrals_of(visit.db, visit.process->id).empty();
    return html(R"(
<nav class="way" aria-label="{}"><ol>{}</ol></nav>)",
        words("From inspel to decision"), each(ways, [&](const Way& way) {
            if (way.stop == ProcessStage::referral && !was_referred) return Html{};
            return html(R"(<li><a href="{}"{}>{}</a></li>)", visit.process_href(way.below),
                when(way.stop == here, html(R"( aria-current="true")")), way.text);
        }));
}

}  // namespace medskapa::web
