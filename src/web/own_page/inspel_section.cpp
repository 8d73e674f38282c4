#include "app/inspel/inspel.hpp"
#include "base/text.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "domain/mail/address.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/own_page/addresses.hpp"
#include "web/own_page/sections.hpp"

namespace medskapa::web::own_page {
namespace {

constexpr std::size_t letters_of_answer = 300;
constexpr int most_shown = 200;

/// An own inspel where it was sent to.
struct OwnInspel {
    const Visit& visit;
    const Inspel& inspel;
    const Process& process;
};

std::string state_text(const OwnInspel& own) {
    const auto& words = own.visit.words;
    switch (own.inspel.state) {
        case Inspel::State::received: return words("We will read it before we publish it.");
        case Inspel::State::published: return words("It is published.");
        case Inspel::State::withdrawn: return words("You have withdrawn it. It is not published.");
        case Inspel::State::declined:
            if (own.inspel.decline_reason)
                return words("We do not publish the inspel, because {}.",
                    inspel::as_clause(*own.inspel.decline_reason, words));
            break;
        case Inspel::State::erased: break;
    }
    return words("It is not published.");
}

/// The receipt's page, where its code can be made again; else the sender alone has it.
std::string receipt_href(const OwnInspel& own) {
    const auto key = store::receipt_key_of(own.visit.db, own.inspel.id);
    const auto code = key.empty() ? std::string{} : app::code_of({key, own.visit.site.secret}, own.process);
    if (code.empty() || !store::has_code(own.visit.db, own.inspel.id, app::digest_of_code(code))) return {};
    return own.visit.href_in(own.process, address::receipt_page, code);
}

Html issue_view(const OwnInspel& own, const Issue& issue) {
    const auto& words = own.visit.words;
    const auto answer = store::find_answer(own.visit.db, issue.answer);
    if (!answer || !answer->published_at)
        return html("<li>{}: {}</li>", issue.title, words("has no answer yet"));
    return html(R"(<li><b>{title}</b>: {outcome}<p>{text}</p></li>)", "title"_a = issue.title,
        "outcome"_a = ui::outcome(inspel::badge(answer->outcome), words),
        "text"_a = text::excerpt(answer->text, letters_of_answer));
}

Html answers_view(const OwnInspel& own) {
    if (own.inspel.state != Inspel::State::published) return {};
    const auto issues = store::issues_of(own.visit.db, own.inspel.id);
    if (issues.empty()) return {};
    return html("<h4>{}</h4><ul>{}</ul>", own.visit.words("Issues and answers"),
        each(issues, [&](const Issue& issue) { return issue_view(own, issue); }));
}

bool is_mailed(const OwnInspel& own) {
    return mail_address(store::contact_of(own.visit.db, own.inspel.id)).has_value();
}

Html request_view(const OwnInspel& own, const OwnRequest& request) {
    const auto& words = own.visit.words;
    const auto day = [&](Instant at) { return words.day(own.visit.site.clock.day(at)); };
    const auto answer =
        request.answered_at
            ? html("<p class=\"meta\">{}</p><div class=\"original as-typed\">{}</div>",
                  words("Answer from the region, {}", day(*request.answered_at)), request.answer)
            : html("<p class=\"meta\">{}</p>",
                  is_mailed(own) ? words("We have not answered yet. You get a mail when we do.")
                                 : words("We have not answered yet. The answer comes here."));
    return html(R"(<details class="more"><summary>{kind}, {day}</summary>
<div class="original as-typed">{text}</div>{answer}</details>)",
        "kind"_a = words("Your request: {}", shown(request.kind, words)), "day"_a = day(request.made_at),
        "text"_a = request.text, "answer"_a = answer);
}

Html ways_view(const OwnInspel& own) {
    const auto& [visit, inspel, process] = own;
    const auto& words = visit.words;
    const auto receipt = receipt_href(own);
    Html ways;
    if (!receipt.empty()) ways += ui::button_link(receipt, words("Open the receipt"), ui::Weight::quiet);
    if (inspel.state == Inspel::State::published)
        ways += html(" {}", ui::button_link(visit.href_in(process, address::inspel_page, inspel.number),
                                words("See it as others do"), ui::Weight::quiet));
    ways += html(" {}", ui::button_link(visit.href_in(process, address::own_request, inspel.number),
                            words("Ask for a correction or an erasure"), ui::Weight::quiet));
    return html(R"(<p class="row">{}</p>)", ways);
}

Html withdraw_view(const OwnInspel& own) {
    if (!is_living(own.inspel)) return {};
    const auto& words = own.visit.words;
    return ui::guarded(words("Withdraw the inspel"),
        words("It will no longer be shown. That it was received and withdrawn stays in the open log."),
        post_button(own.visit,
            own.visit.href_in(own.process, address::withdraw_own_inspel, own.inspel.number),
            ui::submit(words("Withdraw {}", inspel::reference(own.inspel)), ui::Weight::quiet)));
}

Html inspel_view(const Visit& visit, const Inspel& inspel) {
    const auto process = store::find_process(visit.db, inspel.process).value();
    const OwnInspel own{visit, inspel, process};
    const auto& words = visit.words;
    return html(R"(
<li><h3>{title}</h3><p class="meta">{meta}</p><p>{state}</p>{answers}{requests}{ways}{withdraw}</li>)",
        "title"_a = inspel::reference(inspel) + " " + inspel.title,
        "meta"_a = visit.in(process.name) + " · " +
                   words("Received {}", words.moment(visit.site.clock.local(inspel.received_at))),
        "state"_a = state_text(own), "answers"_a = answers_view(own),
        "requests"_a = each(store::own_requests_about(visit.db, inspel.id),
            [&](const OwnRequest& request) { return request_view(own, request); }),
        "ways"_a = ways_view(own), "withdraw"_a = withdraw_view(own));
}

Html list_view(const Visit& visit, const OwnSession& owner) {
    const auto& words = visit.words;
    const auto all = store::newest_inspel_of_owner(visit.db, owner_of(owner), most_shown);
    if (all.empty())
        return html("<p>{}</p>", owner.identity.empty() ? words("No inspel is tied to the address.")
                                                        : words("No inspel is tied to your eID."));
    const auto more = store::count_inspel_of_owner(visit.db, owner_of(owner)) - std::ssize(all);
    return html(R"(<ul class="plain news">{}</ul>{})",
        each(all, [&](const Inspel& one) { return inspel_view(visit, one); }),
        when(more > 0, html("<p>{}</p>", words.count("{} older inspel is in the file under Your data.",
                                             "{} older inspel are in the file under Your data.", more))));
}

std::string hint_of_code(const Visit& visit, const OwnSession& owner) {
    if (owner.identity.empty())
        return visit.words(
            "21 characters. Capitals, hyphens and blanks do not matter. The inspel is tied to "
            "{}.",
            owner.address);
    return visit.words(
        "21 characters. Capitals, hyphens and blanks do not matter. The inspel is tied to your "
        "eID.");
}

Html tie_form(const Visit& visit, const OwnSession& owner, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto code = ui::text_field({.name = "kod",
                                         .label = words("Receipt code"),
                                         .value = std::string{visit.field("kod")},
                                         .hint = hint_of_code(visit, owner),
                                         .autocomplete = "off"},
        ui::Input::text, complaints, words);
    return html(R"(<details class="more"{open}><summary>{title}</summary>{form}</details>)",
        "open"_a = when(!complaints.empty(), html(" open")),
        "title"_a = words("Add an inspel that is not here"),
        "form"_a = post_form(visit, {.action = visit.href(address::tie_inspel),
                                        .fields = code,
                                        .button = ui::submit(words("Add the inspel"), ui::Weight::quiet)}));
}

}  // namespace

Html inspel_section(const Visit& visit, const OwnSession& owner, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(<section aria-labelledby="inspel"><h2 id="inspel">{}</h2>{}{}</section>)",
        words("What you have sent"), list_view(visit, owner), tie_form(visit, owner, complaints));
}

}  // namespace medskapa::web::own_page
