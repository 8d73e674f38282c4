#include "app/inspel/inspel.hpp"
#include "app/log/log_receipt.hpp"
#include "base/digest.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/files.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/pages.hpp"
#include "web/inspel/trace.hpp"
#include "web/inspel/views.hpp"
#include "web/log/addresses.hpp"
#include "web/referral/note.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/form.hpp"
#include "web/words/weekday.hpp"

namespace medskapa::web::inspel {
namespace {

Html ask_form(const Visit& visit, const std::string& typed, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"({errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
<form method="post" action="{action}" novalidate>{guard}{code}<p>{submit}</p></form>)",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("Follow your inspel"),
        "lead"_a = words("With the receipt code you can follow, complete or withdraw what you sent."),
        "action"_a = visit.href(address::find_receipt), "guard"_a = form_guard(visit, ""),
        "code"_a =
            ui::text_field({.name = "kod",
                               .label = words("Receipt code"),
                               .value = typed,
                               .hint = words("21 characters. Capitals, hyphens and blanks do not matter."),
                               .autocomplete = "off"},
                ui::Input::text, complaints, words),
        "submit"_a = ui::submit(words("Show the inspel"), ui::Weight::filled));
}

Response ask_page(
    const Visit& visit, const std::string& typed, const ui::Complaints& complaints, int status) {
    auto content =
        process_page(visit, visit.words("Follow your inspel"), ask_form(visit, typed, complaints), "-");
    content.width = ui::Width::column;
    return page_with_form(std::move(content), visit, complaints, status);
}

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

Html change_forms(const Visit& visit, const std::string& code, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto address = visit.href(address::receipt_page, code);
    return html(R"(
<details class="more"{open}><summary>{add}</summary>
<form method="post" action="{complete_action}/komplettering" novalidate>{complete_guard}{text}<p>{add_submit}</p></form></details>
<details class="more"><summary>{withdraw}</summary><p>{consequence}</p>
<form method="post" action="{withdraw_action}/aterkallelse">{withdraw_guard}<p>{withdraw_submit}</p></form></details>)",
        "open"_a = complaints.empty() ? Html{} : html(" open"), "add"_a = words("Add something"),
        "complete_action"_a = address, "complete_guard"_a = form_guard(visit, visit.new_form_key()),
        "text"_a = ui::text_area({.name = "text",
                                     .label = words("What do you want to add?"),
                                     .value = std::string{visit.field("text")}},
            5, complaints, words),
        "add_submit"_a = ui::submit(words("Add to the inspel"), ui::Weight::quiet),
        "withdraw"_a = words("Withdraw the inspel"),
        "consequence"_a =
            words("It will no longer be shown. That it was received and withdrawn stays in the open log."),
        "withdraw_action"_a = address, "withdraw_guard"_a = form_guard(visit, visit.new_form_key()),
        "withdraw_submit"_a = ui::submit(words("Withdraw the inspel"), ui::Weight::quiet));
}

/// Where the proof is, and how to take it home.
Html proof_part(const Visit& visit, const Inspel& inspel, const std::string& code) {
    const auto& words = visit.words;
    const auto entry = app::receipt_entry(visit.db, inspel);
    if (!entry) return {};
    const auto newest = store::newest_signed(visit.db);
    const bool is_signed = newest && newest->head.size > static_cast<std::uint64_t>(entry->place);
    const auto file = visit.href(address::receipt_file, code);
    return html("<h2>{title}</h2><p>{entry}</p>{file}{fingerprint}<p><a href=\"{href}\">{how}</a></p>",
        "title"_a = words("Proof that we have received it"),
        "entry"_a = words("Your inspel is entry {} in the open log. Nobody can remove or change it "
                          "afterwards without that being seen.",
            words.number(entry->place)),
        "file"_a =
            is_signed
                ? html("<p class=\"row\">{} {}</p>",
                      ui::button_link(file, words("Save the receipt as a file"), ui::Weight::quiet),
                      ui::button_link(with_query(file, {{"kod", "ja"}}),
                          words("The same with the receipt code in it"), ui::Weight::quiet))
                : html("<p>{}</p>", words("Within a minute the log is signed, and the receipt can be saved "
                                          "as a file. Come back with the code, or load the page again.")),
        "fingerprint"_a = ui::proof(
            words("The fingerprint"), {words("log code (others may see it): {}", app::code_of(*entry)),
                                          words("fingerprint: {}", hex(as_text(entry->leaf)))}),
        "href"_a = visit.href(address::check_receipt), "how"_a = words("How to check a receipt"));
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

Html receipt_body(
    const Visit& visit, const Inspel& inspel, const std::string& code, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto s = surroundings_of(visit);
    const auto issues = store::issues_of(visit.db, inspel.id);
    const bool may_change = is_living(inspel);
    const auto public_page = inspel.state == Inspel::State::published
                                 ? ui::button_link(visit.href(address::inspel_page, inspel.number),
                                       words("See it as others do"), ui::Weight::quiet)
                                 : Html{};
    return html(R"({errors}
<h1>{title}</h1>
<p class="lead">{lead} {state}</p>
{receipt}
<p>{public_page}</p>{decline_note}{next}{written}{additions}{change}{proof})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = heading(inspel, words),
        "lead"_a = use_of_code(inspel, words), "state"_a = state_text(inspel, visit),
        "receipt"_a = ui::receipt({words("Your receipt code, for you alone"), readable_code(code),
            facts_of(visit, s, inspel, Reader::sender)}),
        "public_page"_a = public_page,
        "decline_note"_a = inspel.decline_note.empty() ? Html{} : html("<p>{}</p>", inspel.decline_note),
        "next"_a = what_comes(visit, inspel, issues),
        "written"_a = inspel.text.empty() ? Html{}
                                          : html("<h2>{}</h2><div class=\"original as-typed\">{}</div>",
                                                words("This is what you wrote"), inspel.text),
        "additions"_a = html("{}{}{}", files_view(visit, inspel, Reader::sender, code),
            proposal_view(inspel, visit, Reader::sender), additions_view(visit, inspel)),
        "change"_a = html("{}{}", referral::note(visit, inspel),
            may_change ? change_forms(visit, code, complaints) : Html{}),
        "proof"_a = html("{}{}", proof_part(visit, inspel, code), ways_on(visit)));
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

Response changed(const Visit& visit, const Result<Inspel>& result) {
    if (result)
        return see_other(visit.href(
            address::receipt_page, read_receipt_code(visit.path.at("code")).value_or(std::string{})));
    if (!result.error().complaints.empty())
        return receipt_page(visit, result.error().complaints, status_of(result.error().kind));
    return problem(visit, result.error().kind);
}

/// A code that leads nowhere: of the log, mistyped, or of nothing here.
Complaint what_is_wrong(const Visit& visit, const std::string& typed, bool is_whole) {
    if (app::entry_with_code(visit.db, typed))
        return {"kod",
            N_("This is the log's code, which everybody may see. Write the receipt code: 21 characters in "
               "groups "
               "of three"),
            {}};
    if (!is_whole)
        return {"kod",
            N_("Some character of the code is wrong. Compare it with the receipt: 21 characters in groups of "
               "three"),
            {}};
    return {
        "kod", N_("No inspel has this code. Compare it with the receipt, and see whose site it is from"), {}};
}

}  // namespace

Response ask_for_code(const Visit& visit) {
    return ask_page(visit, "", {}, 200);
}

Response find_by_code(const Visit& visit) {
    const std::string typed{visit.field("kod")};
    const auto code = read_receipt_code(typed);
    const auto inspel = code ? store::inspel_of_code(visit.db, app::digest_of_code(*code)) : std::nullopt;
    if (inspel) {
        const auto process = store::find_process(visit.db, inspel->process);
        return see_other(visit.href_in(*process, address::receipt_page, *code));
    }
    return ask_page(visit, typed, {what_is_wrong(visit, typed, code.has_value())}, 422);
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

}  // namespace medskapa::web::inspel
