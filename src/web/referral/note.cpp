#include "web/referral/note.hpp"

#include "base/address.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/note.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"
#include "web/words/weekday.hpp"

#include <algorithm>

namespace medskapa::web::referral {
namespace {

std::string came_as(const Visit& visit, const ReferralAnswer& answer) {
    const auto& words = visit.words;
    if (answer.arrived_by == Channel::paper) return words("It came as a letter.");
    if (answer.arrived_by == Channel::email) return words("It came as an e-mail.");
    if (answer.approved_at) return words("Approved by a second person before it was sent.");
    return {};
}

std::string number_line(const Visit& visit, const ReferralAnswer& answer) {
    return answer.case_number.empty() ? std::string{} : visit.words("Case number {}.", answer.case_number);
}

/// Whether it can be known who sent it, and whether something newer counts instead.
Html warnings(const Visit& visit, const ReferralAnswer& answer) {
    const auto& words = visit.words;
    Html all;
    if (!answer.is_from_whom_it_says())
        all += html(R"(<p class="late">{}</p>)",
            words("Sender not confirmed: it did not come by the link of anybody who was asked."));
    if (answer.confirmed_at)
        all += html("<p>{}</p>",
            words("Sender confirmed {}.", words.day(visit.site.clock.day(*answer.confirmed_at))));
    const auto newer = store::replacement_of(visit.db, answer.id);
    const auto inspel = newer ? store::find_inspel(visit.db, *newer) : std::nullopt;
    if (!inspel) return all;
    const auto text = words("Its sender has replaced this answer by a later one.");
    if (inspel->state != Inspel::State::published) return html("{}<p>{}</p>", all, text);
    return html(R"({all}<p>{text} <a class="unbroken" href="{href}">I-{number}</a></p>)", "all"_a = all,
        "text"_a = text, "href"_a = visit.href(address::inspel_page, inspel->number),
        "number"_a = inspel->number);
}

/// "3 questions, 1 section, 1 file"
std::string contents_of(const Words& words, const ReferralAnswer& answer) {
    std::int64_t questions = 0, sections = 0;
    for (const auto& part : answer.draft.parts) {
        if (part.question != 0) ++questions;
        if (!part.code.empty()) ++sections;
    }
    return words.count("{} question", "{} questions", questions) + ", " +
           words.count("{} part of the text", "{} parts of the text", sections) + ", " +
           words.count("{} file", "{} files", static_cast<std::int64_t>(answer.files.size()));
}

}  // namespace

Html registry_receipt(const Visit& visit, const Inspel& inspel) {
    const auto answer = store::answer_of(visit.db, inspel.id);
    if (!answer) return {};
    const auto& words = visit.words;
    const auto referral = store::find_referral(visit.db, answer->referral).value();
    Html facts;
    const auto add = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) facts += html("<dt>{}</dt><dd>{}</dd>", name, value);
    };
    add(words("Sender"), inspel.organisation);
    const auto day = with_weekday(visit.site.clock.day(inspel.received_at), words);
    add(words("Received"),
        inspel::has_known_time(visit, inspel)
            ? words("{}, at {}", day, words.clock(visit.site.clock.local(inspel.received_at)))
            : day);
    add(words("Our case number"), answer->case_number.empty() ? referral.case_number : answer->case_number);
    add(words("Your case number"), answer->draft.case_number);
    add(words("Concerns"), title_of(visit, referral));
    add(words("Position"), shown(named<Position>(answer->draft.position), words));
    add(words("Contents"), contents_of(words, *answer));
    add(words("Written by"), answer->draft.author);
    add(words("Approved by"), answer->approved_at ? answer->approver : std::string{});
    return html(R"(<section class="receipt"><h2>{}</h2><dl>{}</dl></section>{})",
        words("Receipt for your records office"), facts, note(visit, inspel));
}

Html note(const Visit& visit, const Inspel& inspel) {
    const auto answer = store::answer_of(visit.db, inspel.id);
    if (!answer) return {};
    const auto referral = store::find_referral(visit.db, answer->referral).value();
    const auto& words = visit.words;
    return html(R"(
{example}
<div class="notice">
  <p><a href="{href}">{referral}</a>. <strong>{standpoint}</strong>. {channel} {number}</p>
  {warnings}
</div>)",
        "warnings"_a = warnings(visit, *answer), "example"_a = example_notice(visit),
        "href"_a = visit.href(address::referral_page, referral.number),
        "referral"_a = words("Answer to the consultation on {}", title_of(visit, referral)),
        "standpoint"_a = shown(named<Position>(answer->draft.position), words),
        "channel"_a = came_as(visit, *answer), "number"_a = number_line(visit, *answer));
}

}  // namespace medskapa::web::referral
