#include "web/frame/menus/region_nav.hpp"

#include "web/checklist/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/swot/addresses.hpp"

#include <array>

namespace medskapa::web {
namespace {

struct Entry {
    RegionPage page;
    AddressBelow<0> address;
    std::string text;
};

}  // namespace

Html region_nav(const Visit& visit, RegionPage here) {
    const auto& words = visit.words;
    const std::array<Entry, 4> entries{
        {{RegionPage::analysis, address::conditions_page, words("Evidence for the strategy")},
            {RegionPage::swot, address::swot_page, words("SWOT")},
            {RegionPage::priorities, address::priorities_page, words("Priorities")},
            {RegionPage::steps, address::checklists_page, words("Six steps")}}};
    return html(R"(
<nav class="way" aria-label="{}"><ol>{}</ol></nav>)",
        words("From analysis to priorities"), each(entries, [&](const Entry& entry) {
            return html(R"(<li><a href="{}"{}>{}</a></li>)", visit.href(entry.address),
                when(entry.page == here, html(R"( aria-current="true")")), entry.text);
        }));
}

}  // namespace medskapa::web
