#include "app/inspel/sent_file.hpp"
#include "app/site/setup_answers.hpp"
#include "domain/field.hpp"
#include "store/site/logotype_store.hpp"
#include "store/site/opening_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/site_style.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/setup.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::staff {
namespace {

/// One field of a question, and the member of the answers that it is.
struct Asked {
    Field field;
    std::string SetupDraft::*member;
    const char* label;
    const char* hint = "";
    ui::Input input = ui::Input::text;
    const char* autocomplete = "";
};

std::vector<Asked> fields_of(SetupQuestion question) {
    switch (question) {
        case SetupQuestion::region:
            return {{Field::organisation, &SetupDraft::owner, N_("Name of the region"),
                N_("It stands at the top of the pages, and the site says that you run it"), ui::Input::text,
                "organization"}};
        case SetupQuestion::leader:
            return {{Field::name, &SetupDraft::leader_name, N_("Name of the process leader"),
                        N_("You, as a rule. More leaders are invited on the desk"), ui::Input::text, "name"},
                {Field::leader_email, &SetupDraft::leader_email, N_("E-mail address of the process leader"),
                    N_("To sign in with. It is not published"), ui::Input::email, "email"}};
        case SetupQuestion::mail: return {};
        case SetupQuestion::decision:
            return {{Field::title, &SetupDraft::process_name, N_("Name of the process"),
                        N_("For example: Strategy for 2050")},
                {Field::address, &SetupDraft::slug, N_("Address"),
                    N_("Small letters, digits and hyphens: rus-2050. Empty: made of the name. It cannot be "
                       "changed later")},
                {Field::decision, &SetupDraft::decided, N_("What is to be decided"),
                    N_("For example: a new regional development strategy")},
                {Field::body, &SetupDraft::decided_by, N_("By whom"),
                    N_("For example: the regional assembly")}};
        case SetupQuestion::contact: break;
    }
    return {{Field::role, &SetupDraft::contact_role, N_("Who answers questions"),
                N_("A role, for example Process leader")},
        {Field::telephone, &SetupDraft::contact_phone, N_("Telephone"), "", ui::Input::tel, "tel"},
        {Field::email, &SetupDraft::contact_email, N_("E-mail for questions"), N_("Shown on every page."),
            ui::Input::email}};
}

bool may_be_empty(Field field) {
    return field == Field::address || field == Field::decision || field == Field::body ||
           field == Field::telephone;
}

std::optional<SetupQuestion> question_in(const Visit& visit) {
    SetupQuestion asked{};
    if (!find_name<SetupQuestion>(visit.path.at("question"), asked)) return std::nullopt;
    const auto all = app::questions_to_answer(visit.db);
    return std::find(all.begin(), all.end(), asked) == all.end() ? std::nullopt : std::optional{asked};
}

/// As it was typed; before that as it was answered.
std::string value_of(const Visit& visit, const SetupDraft& draft, const Asked& asked) {
    if (visit.request.method == http::Method::post) return std::string{visit.field(name_of(asked.field))};
    return draft.*asked.member;
}

Html line_field(
    const Visit& visit, const SetupDraft& draft, const Asked& asked, const ui::Complaints& complaints) {
    return ui::text_field({.name = std::string{name_of(asked.field)},
                              .label = visit.words(asked.label),
                              .value = value_of(visit, draft, asked),
                              .hint = *asked.hint == '\0' ? std::string{} : visit.words(asked.hint),
                              .is_optional = may_be_empty(asked.field),
                              .autocomplete = asked.autocomplete},
        asked.input, complaints, visit.words);
}

Html logotype_field(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto standing = store::site_logotype(visit.db);
    const auto shown_now = when(standing.is_there(),
        html(R"(<p>{now}: <img class="logotype" src="{href}" alt="" width="{width}" height="{height}"></p>)",
            "now"_a = words("The logotype now"), "href"_a = logotype_href(standing),
            "width"_a = standing.picture.width, "height"_a = standing.picture.height));
    return html("{}{}", shown_now,
        ui::text_field({.name = std::string{name_of(Field::file)},
                           .label = words("Logotype"),
                           .hint = words("PNG or JPEG, at least {} pixels high, at most {} kB. It "
                                         "is shown about 40 pixels high, on white.",
                               least_logotype_height, largest_logotype / 1000),
                           .is_optional = true},
            ui::Input::file, complaints, words));
}

/// Whether the server can send anything, and what to ask for when it cannot.
Html mail_fields(const Visit& visit, const SetupDraft& draft, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto& from = visit.site.mail_from;
    const auto state =
        from.empty()
            ? words(
                  "The server has no mail server yet, so no mail is sent. Ask whoever runs it to name one, "
                  "with --mail-server and --mail-from. The site works without, but nobody gets a receipt or "
                  "a "
                  "sign-in link by mail.")
            : words("The server sends mail from {}. A test shows whether it comes.", from);
    const std::string field{name_of(Field::chosen)};
    const bool is_sent = visit.request.method == http::Method::post;
    const auto chosen = draft.mail != SetupDraft::Mail::unsaid ? draft.mail
                        : from.empty()                         ? SetupDraft::Mail::later
                                                               : SetupDraft::Mail::test;
    std::vector<ui::Choice> choices;
    for (const auto choice : {SetupDraft::Mail::test, SetupDraft::Mail::later})
        choices.push_back({std::string{name_of(choice)}, shown(choice, words)});
    return html("<p>{}</p>{}", state,
        ui::radio_group(
            {.name = field,
                .label = words("What shall we do?"),
                .value = is_sent ? std::string{visit.field(field)} : std::string{name_of(chosen)}},
            choices, complaints, words));
}

Html fields_view(const Visit& visit, SetupQuestion question, const ui::Complaints& complaints) {
    const auto draft = store::setup_draft(visit.db).value_or(SetupDraft{});
    auto fields = each(
        fields_of(question), [&](const Asked& asked) { return line_field(visit, draft, asked, complaints); });
    if (question == SetupQuestion::region) fields += logotype_field(visit, complaints);
    if (question == SetupQuestion::mail) fields += mail_fields(visit, draft, complaints);
    return fields;
}

Response question_page(
    const Visit& visit, SetupQuestion question, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto all = app::questions_to_answer(visit.db);
    const auto place = std::find(all.begin(), all.end(), question) - all.begin() + 1;
    const auto title = shown(question, words);
    const auto back = visit.href(address::set_up, visit.path.at("token"));
    const auto form = post_form(visit, {.action = visit.request.path,
                                           .fields = fields_view(visit, question, complaints),
                                           .button = ui::submit(words("Save and go on"), ui::Weight::filled),
                                           .is_narrow = true,
                                           .takes_files = question == SetupQuestion::region});
    auto content = site_page(visit, title,
        html(R"({errors}<p class="meta">{place}</p><h1>{title}</h1>{form}<p><a href="{back}">{all}</a></p>)",
            "errors"_a = ui::error_summary(complaints, words),
            "place"_a = words(
                "Question {} of {}", static_cast<std::int64_t>(place), static_cast<std::int64_t>(all.size())),
            "title"_a = title, "form"_a = form, "back"_a = back, "all"_a = words("All questions")));
    content.width = ui::Width::column;
    content.search = {};
    content.about.is_for_indexes = false;
    return page_with_form(std::move(content), visit, complaints, status);
}

SetupDraft typed_in(const Visit& visit, SetupQuestion question) {
    SetupDraft typed;
    for (const auto& asked : fields_of(question))
        typed.*asked.member = std::string{visit.field(name_of(asked.field))};
    (void)find_name<SetupDraft::Mail>(visit.field(name_of(Field::chosen)), typed.mail);
    return typed;
}

/// The picture drawn anew and kept, where one was sent.
Result<bool> keep_logotype(const Visit& visit) {
    const auto& uploads = visit.request.uploads;
    if (uploads.empty() || uploads.front().bytes.empty()) return false;
    const auto drawn = app::redrawn({uploads.front().file_name, uploads.front().bytes});
    if (drawn.fault) return refuse(Failure::Kind::invalid, {{Field::file, drawn.fault, {drawn.name}}});
    const auto kept = visit.write(
        [&](auto& act) { return app::choose_first_logotype(act, visit.path.at("token"), drawn.octets); });
    if (!kept) return tl::unexpected{kept.error()};
    return true;
}

/// The first that is left, else all of them.
std::string next_place(const Visit& visit, const SetupDraft& draft) {
    const auto& token = visit.path.at("token");
    for (const auto question : app::questions_to_answer(visit.db))
        if (!app::complaints_about(visit.db, draft, question).empty())
            return visit.href(address::setup_question, token, std::string{name_of(question)});
    return visit.href(address::set_up, token);
}

Response refused(const Visit& visit, SetupQuestion question, const Failure& failure) {
    if (failure.kind == Failure::Kind::not_found) return no_setup_link(visit);
    return question_page(visit, question, failure.complaints, status_of(failure.kind));
}

bool has_good_link(const Visit& visit) {
    const auto digest = app::digest_of_token(visit.path.at("token"));
    return store::setup_link_lasts_until(visit.db, digest, visit.now).has_value();
}

}  // namespace

Response question(const Visit& visit) {
    if (!has_good_link(visit)) return no_setup_link(visit);
    const auto asked = question_in(visit);
    return asked ? question_page(visit, *asked, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response answer_question(const Visit& visit) {
    if (!has_good_link(visit)) return no_setup_link(visit);
    const auto asked = question_in(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    const auto kept = visit.write([&](auto& act) {
        return app::keep_setup_answer(act, visit.path.at("token"), *asked, typed_in(visit, *asked));
    });
    if (!kept) return refused(visit, *asked, kept.error());
    if (*asked == SetupQuestion::region)
        if (const auto logotype = keep_logotype(visit); !logotype)
            return refused(visit, *asked, logotype.error());
    return see_other(next_place(visit, *kept));
}

}  // namespace medskapa::web::staff
