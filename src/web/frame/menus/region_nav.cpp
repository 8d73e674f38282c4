#include "web/frame/menus/region_nav.hpp"

#include "web/assessment/addresses.hpp"
#include "web/checklist/addresses.hpp"
#include "web/plan/addresses.hpp"
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
    const std::array<Entry, 6> entries{
        {{RegionPage::plan, address::plan_page, words("Plan for participation")},
            {RegionPage::analysis, address::conditions_page, words("Evidence for the strategy")},
            {RegionPage::swot, address::swot_page, words("SWOT")},
            {RegionPage::priorities, address::priorities_page, words("Priorities")},
            {RegionPage::assessments, address::assessments_page, words("Impact assessments")},
            {RegionPage::steps, address::checklists_page, words("Six steps")}}};
    return html(R"(
<nav class="way" aria-label="{}"><ol>{}</ol></nav>)",
        words("From analysis to priorities"), each(entries, [&](const Entry& entry) {
            return html(R"(<li><a href="{}"{}>{}</a></li>)", visit.href(entry.address),
                when(entry.page == here, html(R"( aria-current="true")")), entry.text);
        }));
}

}  // namespace medskapa::web
