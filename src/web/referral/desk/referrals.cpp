#include "app/referral/referral.hpp"
#include "store/document/document_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/desk/pages.hpp"
#include "web/referral/desk/register.hpp"
#include "web/referral/words.hpp"
#include "web/ui/confirming.hpp"

#include <algorithm>

namespace medskapa::web::referral::desk {
namespace {

/// The frozen referral versions that have not been sent out.
std::vector<ui::Choice> unsent(const Visit& visit) {
    std::vector<ui::Choice> choices;
    for (const auto& document : store::documents_of(visit.db, visit.process->id))
        for (const auto& version : store::versions_of(visit.db, document.id))
            if (version.kind == Version::Kind::referral && version.frozen_at &&
                !store::referral_of(visit.db, version.id))
                choices.push_back(
                    {std::to_string(version.id.value), document.title + ", " + version.title, {}});
    return choices;
}

/// Three months, as is the custom.
Day usual_deadline(Day today) {
    auto day = std::chrono::year_month_day{today} + std::chrono::months{3};
    if (!day.ok()) day = day.year() / day.month() / std::chrono::last;
    return Day{day};
}

std::string word_that_sends(const Words& words) {
    return words.in("word to confirm with", "send out");
}

Html send_form(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    const auto versions = unsent(visit);
    if (versions.empty())
        return html(R"(<p>{}</p><p><a href="{}">{}</a></p>)",
            words("To send a text out, freeze a version of it for formal consultation first."),
            visit.href(address::drafts_page), words("Texts"));
    const auto last =
        typed("sista-dag").empty() ? time::iso(usual_deadline(visit.today())) : typed("sista-dag");
    auto fields = ui::select(
        {.name = "version", .label = words("Text"), .value = typed("version")}, versions, complaints, words);
    fields += ui::text_area({.name = "missiv",
                                .label = words("The letter"),
                                .value = typed("missiv"),
                                .hint = words("What you ask, of whom, and how to answer. It is public.")},
        10, complaints, words);
    fields += ui::text_area({.name = "text",
                                .label = words("Questions"),
                                .value = typed("text"),
                                .hint = words("One a line. Where a question is about one section, end the "
                                              "line with its code: Who looks after the trails? [RUS-4.2]"),
                                .is_optional = true},
        6, complaints, words);
    fields += ui::text_field(
        {.name = "sista-dag", .label = words("Last day for an answer"), .value = last, .is_short = true},
        ui::Input::date, complaints, words);
    fields += ui::text_field({.name = "diarienummer",
                                 .label = words("Case number"),
                                 .value = typed("diarienummer"),
                                 .is_optional = true,
                                 .is_short = true},
        ui::Input::text, complaints, words);
    fields += ui::confirm_field(word_that_sends(words),
        words("It cannot be undone: everybody can read the letter, and those whom you ask are written to."),
        typed(ui::confirm_name), complaints, words);
    return post_form(visit, {.action = visit.href(address::referrals_page),
                                .fields = fields,
                                .button = ui::submit(words("Send out"), ui::Weight::filled),
                                .is_narrow = true});
}

Html list_view(const Visit& visit) {
    return each(store::referrals_of(visit.db, visit.process->id), [&](const Referral& referral) {
        return html(R"(<li><a href="{}">{}</a><p class="meta">{}</p></li>)",
            visit.href(address::parties_page, referral.number), referral::title_of(visit, referral),
            visit.words.until(referral.deadline, visit.today()));
    });
}

Response list_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto list = list_view(visit);
    const auto body = html(R"(<h1>{}</h1>{}{})", words("Formal consultation"),
        list.empty() ? html("<p>{}</p>", words("Nothing has been sent out yet."))
                     : html(R"(<ul class="plain news">{}</ul>)", list),
        may_run(visit) ? html("<h2>{}</h2>{}", words("Send a text out for formal consultation"),
                             send_form(visit, complaints))
                       : Html{});
    return register_page(visit, words("Formal consultation"), body, complaints, status);
}

}  // namespace

Response referrals(const Visit& visit) {
    return list_page(visit, {}, 200);
}

Response send(const Visit& visit) {
    Referral draft;
    draft.version = {Visit::number(visit.field("version")).value_or(0)};
    draft.letter = std::string{visit.field("missiv")};
    draft.case_number = std::string{visit.field("diarienummer")};
    draft.questions = read_questions(visit.field("text"));
    const auto last = time::read_day(visit.field("sista-dag"));
    if (!last) return list_page(visit, {{"sista-dag", N_("Write the day as 2026-05-14"), {}}}, 422);
    draft.deadline = *last;
    const auto sent = visit.write([&](auto& act) {
        return ui::when_confirmed(app::send_referral(act, draft, visit.today()), word_that_sends(visit.words),
            visit.field(ui::confirm_name));
    });
    if (sent) return see_other(visit.href(address::parties_page, sent->number));
    if (sent.error().complaints.empty()) return problem(visit, sent.error().kind);
    return list_page(visit, sent.error().complaints, 422);
}

}  // namespace medskapa::web::referral::desk
