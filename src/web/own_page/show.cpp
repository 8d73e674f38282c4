#include "app/conversation/opinion.hpp"
#include "app/own_page/own_identity.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/law/addresses.hpp"
#include "web/law/extract/extract.hpp"
#include "web/mail/subjects.hpp"
#include "web/own_page/addresses.hpp"
#include "web/own_page/following_fields.hpp"
#include "web/own_page/owner.hpp"
#include "web/own_page/sections.hpp"

namespace medskapa::web::own_page {
namespace {

Html subject_field(
    const Visit& visit, const Process& process, const Subscriber& subscriber, const Subscription& one) {
    const auto name =
        mail::name_of_subject(visit.db, process, one.subject, visit.words).value_or(one.subject);
    return html(
        R"({shown}<label class="pick"><input type="checkbox" name="{field}" value="{subject}" checked> {name}</label>)",
        "shown"_a = ui::hidden_field(shown_field(subscriber), one.subject),
        "field"_a = kept_field(subscriber), "subject"_a = one.subject, "name"_a = name);
}

Html subscriber_fields(const Visit& visit, const Subscriber& subscriber) {
    const auto& words = visit.words;
    const auto process = store::find_process(visit.db, subscriber.process).value();
    Html subjects;
    for (const auto& one : store::subjects_of(visit.db, subscriber.id))
        if (one.is_confirmed) subjects += subject_field(visit, process, subscriber, one);
    const auto pace = ui::select({.name = pace_field(subscriber),
                                     .label = words("How often about {}?", visit.in(process.name)),
                                     .value = std::string{name_of(subscriber.pace)}},
        ui::choices_of<Subscriber::Pace>(words), {}, words);
    return html(R"({which}<fieldset class="field"><legend>{process}</legend>{subjects}</fieldset>{pace})",
        "which"_a = ui::hidden_field(std::string{subscriber_field}, subscriber.public_id),
        "process"_a = visit.in(process.name), "subjects"_a = subjects, "pace"_a = pace);
}

/// Where this browser has answered statements.
Html voted_here(const Visit& visit) {
    const auto key = visit.request.cookie(name_of_cookie(visit.site, voter_cookie));
    if (!app::is_participant_key(key)) return {};
    Html places;
    for (const auto& process : store::processes(visit.db))
        for (const auto& activity : store::activities_of(visit.db, process.id))
            if (store::participant_of(visit.db, app::digest_of_key(key, activity.id)))
                places += html(R"(<li><a href="{}">{}</a></li>)",
                    visit.href_in(process, address::conversation_page, activity.slug),
                    visit.in(activity.title));
    if (places.empty()) return {};
    return html("<p>{}</p><ul>{}</ul>",
        visit.words("In this browser, whoever uses it, statements have been answered here:"), places);
}

/// Where the eID has been counted, which says nothing of how anybody answered.
Html counted_with_eid(const Visit& visit, const OwnSession& owner) {
    if (owner.identity.empty()) return {};
    Html places;
    for (const auto& process : store::processes(visit.db))
        for (const auto& activity : store::activities_of(visit.db, process.id))
            if (app::is_counted(visit.db, activity.id, owner.identity, visit.site.secret))
                places += html("<li>{}</li>", visit.in(activity.title));
    if (places.empty()) return {};
    return html("<p>{}</p><ul>{}</ul>", visit.words("Your eID is counted, once each, in:"), places);
}

/// The mark that staff find the rows by, and how it is taken away.
Html identity_view(const Visit& visit, const OwnSession& owner) {
    if (owner.identity.empty()) return {};
    const auto& words = visit.words;
    const auto forget = post_button(visit, visit.href(address::forget_identity),
        ui::submit(words("Untie all and sign out"), ui::Weight::quiet));
    return html(R"(<h3>{title}</h3><p>{what}</p><p><b>{mark}</b></p>{forget})",
        "title"_a = words("The mark of your eID here"),
        "what"_a = words("By it we know you the next time. It is made of your eID with a key that only this "
                         "server has, and nobody can read your personal identity number in it. Give it to "
                         "us when you ask for an extract of the register."),
        "mark"_a = shown_identity(owner.identity),
        "forget"_a = ui::guarded(words("Forget my eID here"),
            words("What you have sent stays, and is no longer tied to your eID. You then need the receipt "
                  "code of each inspel to see it as yours. You are signed out."),
            forget));
}

}  // namespace

Html following_section(const Visit& visit, const OwnSession& owner) {
    const auto& words = visit.words;
    if (!owner.identity.empty())
        return html(R"(<section aria-labelledby="foljer"><h2 id="foljer">{}</h2><p>{}</p></section>)",
            words("What you follow"),
            words("You follow by e-mail. To see and change that, sign out here and open My pages by a link "
                  "to your address."));
    const auto all = store::subscribers_with_address(visit.db, owner.address);
    const auto form =
        all.empty()
            ? html("<p>{}</p>", words("You follow nothing by e-mail with this address."))
            : post_form(visit,
                  {.action = visit.href(address::own_following),
                      .fields = html("<p>{}</p>{}",
                          words("What you untick ends. When nothing is left of a process, it forgets the "
                                "address."),
                          each(all, [&](const Subscriber& one) { return subscriber_fields(visit, one); })),
                      .button = ui::submit(words("Save what I follow"), ui::Weight::filled)});
    return html(R"(<section aria-labelledby="foljer"><h2 id="foljer">{}</h2>{}</section>)",
        words("What you follow"), form);
}

Html votes_section(const Visit& visit, const OwnSession& owner) {
    const auto& words = visit.words;
    return html(
        R"(<section aria-labelledby="svar"><h2 id="svar">{title}</h2><p>{why}</p>{here}<p>{where}</p></section>)",
        "title"_a = words("Your answers to statements"),
        "why"_a = words("How you answer statements and weigh priorities is kept under a random number, not "
                        "under your address. We do not know which answers are yours, so they cannot be shown "
                        "here."),
        "here"_a = html("{}{}", voted_here(visit), counted_with_eid(visit, owner)),
        "where"_a = words("Go to the conversation in the browser where you answered. There you can see, "
                          "change and take back your answers."));
}

Html data_section(const Visit& visit, const OwnSession& owner) {
    const auto& words = visit.words;
    const auto format = ui::radio_group(
        {.name = std::string{format_field}, .label = words("The form of the file"), .value = "html"},
        ui::choices_of<law::ExtractFormat>(words), {}, words);
    return html(
        R"(<section aria-labelledby="uppgifter"><h2 id="uppgifter">{title}</h2><p>{what}</p><p>{not_in}</p>{form}{eid}<p><a href="{law}">{more}</a></p></section>)",
        "title"_a = words("Your data"),
        "what"_a = words("Fetch all that is tied to {} as a file, with why it is kept, how long and who sees "
                         "it.",
            name_of_owner(owner)),
        "not_in"_a = words("What is kept under your name or telephone number alone, or written about you by "
                           "others, is not in the file: we cannot know that it is yours. Ask us for an "
                           "extract of the register if you want that too."),
        "form"_a = post_form(visit, {.action = visit.href(address::own_extract),
                                        .fields = format,
                                        .button = ui::submit(words("Fetch my data"), ui::Weight::quiet)}),
        "eid"_a = identity_view(visit, owner), "law"_a = visit.href(address::personal_data_page),
        "more"_a = words("Personal data: your rights, and whom to write to"));
}

}  // namespace medskapa::web::own_page
