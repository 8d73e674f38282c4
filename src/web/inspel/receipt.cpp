#include "app/inspel/inspel.hpp"
#include "app/log/log_receipt.hpp"
#include "base/digest.hpp"
#include "store/issue/issue_store.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/pages.hpp"
#include "web/inspel/trace.hpp"
#include "web/inspel/views.hpp"
#include "web/referral/note.hpp"
#include "web/ui/form.hpp"

namespace medskapa::web::inspel {
namespace {

Html ask_form(const Visit& visit, const std::string& typed, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"({}
<h1>{}</h1>
<p class="lead">{}</p>
<form method="post" action="{}" novalidate>{}{}<p>{}</p></form>)",
        ui::error_summary(complaints, words), words("Follow your inspel"),
        words("With the receipt code you can follow, complete or withdraw what you sent."),
        visit.process_href("/kvittens"), form_guard(visit, ""),
        ui::text_field({.name = "kod",
                           .label = words("Receipt code"),
                           .value = typed,
                           .hint = words("Twenty signs. Capitals, hyphens and blanks do not matter."),
                           .autocomplete = "off"},
            ui::Input::text, complaints, words),
        ui::submit(words("Show the inspel"), ui::Weight::filled));
}

Response ask_page(
    const Visit& visit, const std::string& typed, const ui::Complaints& complaints, int status) {
    auto content =
        process_page(visit, visit.words("Follow your inspel"), ask_form(visit, typed, complaints), "-");
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

std::string state_text(const Inspel& inspel, const Visit& visit) {
    const auto& words = visit.words;
    switch (inspel.state) {
        case Inspel::State::received: return words("We have it and will read it before it is shown.");
        case Inspel::State::published: return words("It is shown among the inspel.");
        case Inspel::State::withdrawn: return words("You have withdrawn it. It is not shown.");
        case Inspel::State::erased:
            return words("Its content has been erased by a decision that stands in the open log.");
        case Inspel::State::declined: break;
    }
    return words("It is not shown. {}.", shown(*inspel.decline_reason, words));
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

Html next_steps(const Visit& visit) {
    const auto& words = visit.words;
    return html(R"(<h2>{}</h2><ol class="next"><li>{}</li><li>{}</li><li>{}</li></ol>)",
        words("This happens now"),
        words("We read. When the inspel has been read its text is shown on the page Inspel."),
        words(
            "We answer. Each question in your text gets an answer of its own, with reasons, within {} days.",
            visit.process->answer_days),
        words("You see what it led to. The answers come here and on the page of the inspel."));
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
    const auto address = visit.process_href("/kvittens/" + code);
    return html(R"(
<details class="more"{}><summary>{}</summary>
<form method="post" action="{}/komplettering" novalidate>{}{}<p>{}</p></form></details>
<details class="more"><summary>{}</summary><p>{}</p>
<form method="post" action="{}/aterkallelse">{}<p>{}</p></form></details>)",
        complaints.empty() ? Html{} : html(" open"), words("Add something"), address,
        form_guard(visit, visit.new_form_key()),
        ui::text_area({.name = "text",
                          .label = words("What do you want to add?"),
                          .value = std::string{visit.field("text")}},
            5, complaints, words),
        ui::submit(words("Add to the inspel"), ui::Weight::quiet), words("Withdraw the inspel"),
        words("It will no longer be shown. That it was received and withdrawn stays in the open log."),
        address, form_guard(visit, visit.new_form_key()),
        ui::submit(words("Withdraw the inspel"), ui::Weight::quiet));
}

/// Where the proof is, and how to take it home.
Html proof_part(const Visit& visit, const Inspel& inspel, const std::string& code) {
    const auto& words = visit.words;
    const auto entry = app::receipt_entry(visit.db, inspel);
    if (!entry) return {};
    const auto newest = store::newest_signed(visit.db);
    const bool is_signed = newest && newest->head.size > static_cast<std::uint64_t>(entry->place);
    const auto file = visit.process_href("/kvittens/" + code + "/kvitto.txt");
    return html("<h2>{}</h2><p>{}</p>{}{}<p><a href=\"{}\">{}</a></p>",
        words("Proof that we have received it"),
        words(
            "Your inspel stands in the open log as entry {}. Nobody can take it away or change it afterwards "
            "without that being seen.",
            words.number(entry->place)),
        is_signed
            ? html("<p>{}</p>", ui::button_link(file, words("Save the receipt as a file"), ui::Weight::quiet))
            : html("<p>{}</p>", words("Within a minute the log is signed, and the receipt can be saved "
                                      "as a file. Come back with the code, or load the page again.")),
        ui::proof(words("The fingerprint"),
            {words("code in the log, not secret: {}", readable_code(app::code_of(*entry))),
                words("fingerprint: {}", hex(as_text(entry->leaf)))}),
        visit.href("/kontrollera"), words("How to check a receipt"));
}

/// The answers, or what will happen until there are some.
Html what_comes(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues) {
    if (!issues.empty())
        return html("<h2>{}</h2>{}<h2>{}</h2>{}", visit.words("Issues and answers"),
            issues_view(issues, inspel.language, visit), visit.words("The way to the decision"),
            trace_view(visit, inspel, issues));
    return is_living(inspel) ? next_steps(visit) : Html{};
}

/// The ways on from the receipt.
Html ways_on(const Visit& visit) {
    return html(R"(<p class="row">{} {}</p>)",
        ui::button_link(
            visit.process_href("/inspel"), visit.words("Read what others have sent"), ui::Weight::quiet),
        ui::button_link(visit.process_href(), visit.words("To the start page"), ui::Weight::quiet));
}

Html receipt_body(
    const Visit& visit, const Inspel& inspel, const std::string& code, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto s = surroundings_of(visit);
    const auto issues = store::issues_of(visit.db, inspel.id);
    const bool may_change = is_living(inspel);
    const auto public_page =
        inspel.state == Inspel::State::published
            ? ui::button_link(visit.process_href("/inspel/" + std::to_string(inspel.number)),
                  words("See it as others do"), ui::Weight::quiet)
            : Html{};
    return html(R"({}
<h1>{}</h1>
<p class="lead">{} {}</p>
{}
<p>{}</p>{}{}{}{}{}{})",
        ui::error_summary(complaints, words), heading(inspel, words), use_of_code(inspel, words),
        state_text(inspel, visit),
        ui::receipt({words("Your receipt code, for you alone"), readable_code(code),
            {{words("Received"), words.moment(visit.site.clock.local(inspel.received_at))},
                {words("Concerns"), concerns_title(s, inspel.concerns, visit)},
                {words("Shown as"),
                    inspel.organisation.empty() ? shown(inspel.actor_kind, words) : inspel.organisation}}}),
        public_page, inspel.decline_note.empty() ? Html{} : html("<p>{}</p>", inspel.decline_note),
        what_comes(visit, inspel, issues),
        inspel.text.empty() ? Html{}
                            : html("<h2>{}</h2><div class=\"original as-typed\">{}</div>",
                                  words("This is what you wrote"), inspel.text),
        html("{}{}", proposal_view(inspel, visit), additions_view(visit, inspel)),
        html("{}{}", referral::note(visit, inspel),
            may_change ? change_forms(visit, code, complaints) : Html{}),
        html("{}{}", proof_part(visit, inspel, code), ways_on(visit)));
}

Response receipt_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto code = base32_normalised(visit.path.at("code"));
    const auto inspel = store::inspel_of_code(visit.db, visit.process->id, app::digest_of_code(code));
    if (!inspel) return problem(visit, Failure::Kind::not_found);
    auto content =
        process_page(visit, visit.words("Receipt"), receipt_body(visit, *inspel, code, complaints), "delta");
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    content.head += html(R"(
  <meta name="robots" content="noindex">)");
    return not_stored(page(content, visit, status));
}

Response changed(const Visit& visit, const Result<Inspel>& result) {
    if (result) return see_other(visit.process_href("/kvittens/" + base32_normalised(visit.path.at("code"))));
    if (result.error().kind == Failure::Kind::invalid)
        return receipt_page(visit, result.error().complaints, 422);
    return problem(visit, result.error().kind);
}

}  // namespace

Response ask_for_code(const Visit& visit) {
    return ask_page(visit, "", {}, 200);
}

Response find_by_code(const Visit& visit) {
    const std::string typed{visit.field("kod")};
    const auto code = base32_normalised(typed);
    if (store::inspel_of_code(visit.db, visit.process->id, app::digest_of_code(code)))
        return see_other(visit.process_href("/kvittens/" + code));
    return ask_page(visit, typed,
        {{"kod", N_("No inspel has this code. Look at the receipt again: it has twenty signs"), {}}}, 422);
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
