#include "app/inspel/inspel.hpp"
#include "app/inspel/refusing.hpp"
#include "app/log/log_receipt.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/files.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/pages.hpp"
#include "web/inspel/receipt_proof.hpp"
#include "web/inspel/trace.hpp"
#include "web/inspel/views.hpp"
#include "web/log/addresses.hpp"
#include "web/moderation/note.hpp"
#include "web/organisation/note.hpp"
#include "web/own_page/note.hpp"
#include "web/referral/note.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/words/weekday.hpp"

namespace medskapa::web::inspel {
namespace {

std::string state_text(const Inspel& inspel, const Visit& visit) {
    const auto& words = visit.words;
    switch (inspel.state) {
        case Inspel::State::received: return words("We will read it before we publish it.");
        case Inspel::State::published: return words("It is published.");
        case Inspel::State::withdrawn: return words("You have withdrawn it. It is not published.");
        case Inspel::State::erased:
            return words("Its content has been erased by a decision that is recorded in the open log.");
        case Inspel::State::declined: break;
    }
    return words("We do not publish the inspel, because {}.", as_clause(*inspel.decline_reason, words));
}

std::string heading(const Inspel& inspel, const Words& words) {
    switch (inspel.state) {
        case Inspel::State::received: return words("Thank you, your inspel is received");
        case Inspel::State::withdrawn: return words("You have withdrawn your inspel");
        default: return words("Your inspel {}", reference(inspel));
    }
}

/// What the code is good for: a living inspel can be changed by it.
std::string use_of_code(const Inspel& inspel, const Words& words) {
    if (!is_living(inspel)) return words("The inspel had number {}.", reference(inspel));
    return words(
        "It got number {}. Save the code, so that you can follow, complete or withdraw it whenever you want.",
        reference(inspel));
}

Html next_steps(const Visit& visit, const Inspel& inspel) {
    const auto& words = visit.words;
    return html(R"(<h2>{title}</h2><ol class="next"><li>{read}</li><li>{answer}</li><li>{result}</li></ol>)",
        "title"_a = words("This happens now"),
        "read"_a = words("We read. When the inspel has been read its text is shown on the page Inspel."),
        "answer"_a = words("We answer. Each question in your text gets an answer of its own, with reasons, "
                           "by {} at the latest.",
            with_weekday(promised_day(visit, inspel), words)),
        "result"_a = words("You see what it led to. The answers come here and on the page of the inspel."));
}

Html additions_view(const Visit& visit, const Inspel& inspel) {
    const auto additions = store::additions_of(visit.db, inspel.id);
    if (additions.empty()) return {};
    return html("<h2>{}</h2>{}", visit.words("You added"), each(additions, [&](const Addition& addition) {
        return html(R"(<p class="meta">{}</p><div class="original as-typed">{}</div>)",
            visit.words("Received {}", visit.words.moment(visit.site.clock.local(addition.added_at))),
            addition.text);
    }));
}

Html complete_form(const Visit& visit, const std::string& code, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
<details class="more"{open}><summary>{add}</summary>
<form method="post" action="{receipt}/komplettering" novalidate>{guard}{text}<p>{submit}</p></form></details>)",
        "open"_a = when(!complaints.empty(), html(" open")), "add"_a = words("Add something"),
        "receipt"_a = visit.href(address::receipt_page, code),
        "guard"_a = form_guard(visit, visit.new_form_key()),
        "text"_a = ui::text_area({.name = "text",
                                     .label = words("What do you want to add?"),
                                     .value = std::string{visit.field("text")}},
            5, complaints, words),
        "submit"_a = ui::submit(words("Add to the inspel"), ui::Weight::quiet));
}

Html withdraw_form(const Visit& visit, const std::string& code) {
    const auto& words = visit.words;
    return html(R"(
<details class="more"><summary>{withdraw}</summary><p>{consequence}</p>
<form method="post" action="{receipt}/aterkallelse">{guard}<p>{submit}</p></form></details>)",
        "withdraw"_a = words("Withdraw the inspel"),
        "consequence"_a =
            words("It will no longer be shown. That it was received and withdrawn stays in the open log."),
        "receipt"_a = visit.href(address::receipt_page, code),
        "guard"_a = form_guard(visit, visit.new_form_key()),
        "submit"_a = ui::submit(words("Withdraw the inspel"), ui::Weight::quiet));
}

Html change_forms(const Visit& visit, const std::string& code, const ui::Complaints& complaints) {
    return html("{}{}", complete_form(visit, code, complaints), withdraw_form(visit, code));
}

/// The answers, or what will happen until there are some.
Html what_comes(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues) {
    if (!issues.empty())
        return html("<h2>{issues_title}</h2>{issues}<h2>{way}</h2>{trace}",
            "issues_title"_a = visit.words("Issues and answers"),
            "issues"_a = issues_view(issues, inspel.language, visit), "way"_a = visit.words("Timeline"),
            "trace"_a = trace_view(visit, inspel, issues));
    return is_living(inspel) ? next_steps(visit, inspel) : Html{};
}

/// The ways on from the receipt.
Html ways_on(const Visit& visit) {
    return html(R"(<p class="row">{} {}</p>)",
        ui::button_link(
            visit.href(address::inspel_list), visit.words("Read what others have sent"), ui::Weight::quiet),
        ui::button_link(
            visit.href(address::start_page), visit.words("To the start page"), ui::Weight::quiet));
}

/// That it is received, and how it stands.
Html receipt_head(const Visit& visit, const Inspel& inspel, const std::string& code) {
    const auto& words = visit.words;
    const auto as_others_do = ui::button_link(
        visit.href(address::inspel_page, inspel.number), words("See it as others do"), ui::Weight::quiet);
    return html(R"(
<h1>{title}</h1>
<p class="lead">{lead} {state}</p>
{receipt}
<p>{public_page}</p>)",
        "title"_a = heading(inspel, words), "lead"_a = use_of_code(inspel, words),
        "state"_a = state_text(inspel, visit),
        "receipt"_a = ui::receipt({words("Your receipt code, for you alone"), readable_code(code),
            facts_of(visit, surroundings_of(visit), inspel, Reader::sender)}),
        "public_page"_a = when(inspel.state == Inspel::State::published, as_others_do));
}

/// All that the sender sent.
Html sent_part(const Visit& visit, const Inspel& inspel, const std::string& code) {
    return html("{text}{files}{proposal}{additions}",
        "text"_a = inspel.text.empty() ? Html{}
                                       : html("<h2>{}</h2><div class=\"original as-typed\">{}</div>",
                                             visit.words("This is what you wrote"), inspel.text),
        "files"_a = files_view(visit, inspel, Reader::sender, code),
        "proposal"_a = proposal_view(inspel, visit, Reader::sender),
        "additions"_a = additions_view(visit, inspel));
}

Html receipt_body(
    const Visit& visit, const Inspel& inspel, const std::string& code, const ui::Complaints& complaints) {
    const auto issues = store::issues_of(visit.db, inspel.id);
    return html("{errors}{head}{reasons}{organisation}{next}{sent}{referral}{change}{tie}{proof}{ways_on}",
        "errors"_a = ui::error_summary(complaints, visit.words), "head"_a = receipt_head(visit, inspel, code),
        "reasons"_a = moderation::statement_of_reasons(visit, inspel, code, complaints),
        "organisation"_a = organisation::ask_part(visit, inspel, code, complaints),
        "next"_a = what_comes(visit, inspel, issues), "sent"_a = sent_part(visit, inspel, code),
        "referral"_a = referral::registry_receipt(visit, inspel),
        "change"_a = is_living(inspel) ? change_forms(visit, code, complaints) : Html{},
        "tie"_a = own_page::tie_note(visit, inspel, code), "proof"_a = proof_part(visit, inspel, code),
        "ways_on"_a = ways_on(visit));
}

Response receipt_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto code = read_receipt_code(visit.path.at("code")).value_or(std::string{});
    const auto inspel = store::inspel_of_code(visit.db, visit.process->id, app::digest_of_code(code));
    if (!inspel) return problem(visit, Failure::Kind::not_found);
    auto content =
        process_page(visit, visit.words("Receipt"), receipt_body(visit, *inspel, code, complaints), "delta");
    content.width = ui::Width::column;
    content.head += html(R"(
  <meta name="robots" content="noindex">)");
    return page_with_form(std::move(content), visit, complaints, status);
}

template <class T>
Response changed(const Visit& visit, const Result<T>& result) {
    if (result)
        return see_other(visit.href(
            address::receipt_page, read_receipt_code(visit.path.at("code")).value_or(std::string{})));
    if (!result.error().complaints.empty())
        return receipt_page(visit, result.error().complaints, status_of(result.error().kind));
    return problem(visit, result.error().kind);
}

}  // namespace

Response receipt_again(const Visit& visit, const ui::Complaints& complaints, int status) {
    return receipt_page(visit, complaints, status);
}

Response receipt(const Visit& visit) {
    return receipt_page(visit, {}, 200);
}

Response complete(const Visit& visit) {
    return changed(visit, visit.write([&](auto& act) {
        return app::complete_inspel(
            act, visit.path.at("code"), std::string{visit.field("text")}, std::string{visit.field("nyckel")});
    }));
}

Response withdraw(const Visit& visit) {
    return changed(
        visit, visit.write([&](auto& act) { return app::withdraw_inspel(act, visit.path.at("code")); }));
}

Response appeal(const Visit& visit) {
    return changed(visit, visit.write([&](auto& act) {
        return app::appeal_refusal(act, visit.path.at("code"), std::string{visit.field("skal")});
    }));
}

}  // namespace medskapa::web::inspel
