#include "web/inspel/desk/entry.hpp"

#include "app/inspel/inspel.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/desk/entry_fields.hpp"
#include "web/inspel/fields.hpp"
#include "web/inspel/files.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/forms/field_names.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::inspel::desk {
namespace {

using ui::name_in_form;

Response entry_page(const Visit& visit, const Typed& typed, const ui::Complaints& complaints,
    const Html& notice, int status) {
    const auto& words = visit.words;
    const auto body = html(R"({errors}{notice}
<h1>{title}</h1>
<form method="post" action="{action}" class="narrow" enctype="multipart/form-data" novalidate>{guard}{fields}<p>{submit}</p></form>
<ul class="keys"><li><kbd>Ctrl</kbd> <kbd>Enter</kbd> {key}</li></ul>)",
        "errors"_a =
            ui::error_summary(complaints, {{name_in_form(Field::received), words("Received")}}, words),
        "notice"_a = notice, "title"_a = words("Register an inspel"),
        "action"_a = visit.href(address::enter_inspel), "guard"_a = form_guard(visit, ""),
        "fields"_a = entry_fields(visit, typed, complaints, status == 200 ? Coming::anew : Coming::back),
        "submit"_a = ui::submit(words("Save and enter the next"), ui::Weight::filled),
        "key"_a = words("save and enter the next"));
    return page_with_form(
        desk_page(visit, words("Register an inspel"), body, "skriv-in"), visit, complaints, status);
}

Typed typed_in(const Visit& visit) {
    const auto typed = [&](Field field) { return std::string{visit.field(name_of(field))}; };
    return {
        inspel::typed_draft(visit), typed(Field::channel), typed(Field::activity), typed(Field::received)};
}

/// The next letter of the pile is mostly of the same kind and day.
Typed next_after(const Typed& typed) {
    Typed next;
    next.channel = typed.channel;
    next.activity = typed.activity;
    next.received = typed.received;
    next.draft.actor_kind = typed.draft.actor_kind;
    next.draft.municipality = typed.draft.municipality;
    return next;
}

ui::Complaints complaints_about_draft(const Visit& visit, const InspelDraft& draft) {
    const auto s = inspel::surroundings_of(visit);
    const auto inspel = compose({s.topics, s.subjects, s.municipalities}, draft, Channel::paper);
    return inspel ? ui::Complaints{} : inspel.error().complaints;
}

/// What is wrong with how and when it came.
ui::Complaints complaints_about_arrival(const Typed& typed) {
    ui::Complaints complaints;
    Channel channel{};
    if (!find_name<Channel>(typed.channel, channel) || channel == Channel::referral)
        complaints.push_back({Field::channel, N_("Choose how it came"), {}});
    if (!time::read_day(typed.received)) complaints.push_back(ui::not_a_day("mottaget", typed.received));
    return complaints;
}

Result<app::Entered> entered_from(const Visit& visit, const Typed& typed) {
    auto complaints = complaints_about_arrival(typed);
    if (!complaints.empty()) {
        const auto more = complaints_about_draft(visit, typed.draft);
        complaints.insert(complaints.end(), more.begin(), more.end());
        return refuse(Failure::Kind::invalid, complaints);
    }
    app::Entered entered;
    entered.draft = typed.draft;
    (void)find_name<Channel>(typed.channel, entered.channel);
    const auto day = time::read_day(typed.received);
    entered.received_at = std::min(visit.now, visit.site.clock.start_of(*day));
    if (*day > visit.today()) entered.received_at = visit.site.clock.start_of(*day);
    if (const auto activity = store::activity_named(visit.db, visit.process->id, typed.activity)) {
        entered.activity = activity->id;
        entered.step = activity->step;
    }
    return entered;
}

Html code_notice(const Visit& visit, const app::Receipt& receipt) {
    const auto& words = visit.words;
    return ui::notice(ui::Tone::good,
        html("<p>{}</p><p>{} <code>{}</code></p>",
            words.rich("Registered as {}. It waits for review.",
                html("<a class=\"unbroken\" href=\"{}\">I-{}</a>",
                    visit.href(address::inspel_workbench, receipt.number), receipt.number)),
            words("The sender's receipt code, to send or read aloud:"), readable_code(receipt.code)));
}

}  // namespace

Response entry_form(const Visit& visit) {
    Typed typed;
    typed.channel = name_of(Channel::paper);
    typed.received = time::iso(visit.today());
    typed.draft.actor_kind = name_of(ActorKind::citizen);
    return entry_page(visit, typed, {}, {}, 200);
}

Response enter(const Visit& visit) {
    const auto typed = typed_in(visit);
    auto entered = entered_from(visit, typed);
    if (!entered) return entry_page(visit, typed, entered.error().complaints, {}, 422);
    entered->files = inspel::typed_files(visit);
    const auto receipt =
        visit.write([&](auto& act) { return app::enter_inspel(act, *entered, visit.site.secret); });
    if (receipt) return entry_page(visit, next_after(typed), {}, code_notice(visit, *receipt), 200);
    return entry_page(visit, typed, receipt.error().complaints, {}, status_of(receipt.error().kind));
}

}  // namespace medskapa::web::inspel::desk
