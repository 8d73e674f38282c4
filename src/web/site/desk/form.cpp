#include "web/site/desk/form.hpp"

#include "base/digest.hpp"
#include "web/frame/forms/drafts.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::site::desk {
namespace {

const std::string& value_of(const Values& values, std::string_view name) {
    static const std::string none;
    const auto found = values.find(name);
    return found == values.end() ? none : found->second;
}

std::string digest_of(const Values& values) {
    std::string all;
    for (const auto& [name, value] : values)
        all += name + '=' + std::to_string(value.size()) + ':' + value + '\n';
    return hex(as_text(sha256(all)));
}

Html entry_view(
    const Entry& entry, const Values& values, const ui::Complaints& complaints, const Words& words) {
    ui::Field field{.name = entry.name,
        .label = entry.label,
        .value = value_of(values, entry.name),
        .hint = entry.hint,
        .is_optional = entry.needed == Needed::no,
        .is_short = entry.kind == Kind::day || entry.kind == Kind::moment};
    switch (entry.kind) {
        case Kind::text: return ui::text_area(field, 6, complaints, words);
        case Kind::day: return ui::text_field(field, ui::Input::date, complaints, words);
        case Kind::moment: return ui::text_field(field, ui::Input::datetime, complaints, words);
        case Kind::choice:
            field.is_optional = false;
            return ui::select(field, entry.choices, complaints, words);
        case Kind::tick: return ui::checkbox(field, complaints, words);
        case Kind::hidden: return ui::hidden_field(entry.name, field.value);
        case Kind::line: break;
    }
    return ui::text_field(field, ui::Input::text, complaints, words);
}

Html standing_view(const Form& form, const Values& standing, const Words& words) {
    return html("<details class=\"more\"><summary>{}</summary><dl>{}</dl></details>",
        words("The current text"), each(form.entries, [&](const Entry& entry) {
            return html(
                "<dt>{}</dt><dd class=\"as-typed\">{}</dd>", entry.label, value_of(standing, entry.name));
        }));
}

/// A complaint about one line says by itself what to write there.
ui::Labels labels_of(const Form& form) {
    ui::Labels labels;
    for (const auto& entry : form.entries)
        if (entry.kind != Kind::line && entry.kind != Kind::hidden) labels[entry.name] = entry.label;
    return labels;
}

struct Refusal {
    Html notice = {};
    ui::Complaints complaints = {};
    int status = 200;
    std::string seen = {};  // as the page showed it on which the form was filled in; empty: as it stands now
};

/// The form's own page is its place; a form without longer texts needs no draft.
std::optional<DraftPlace> draft_of(const Visit& visit, const Form& form) {
    const auto is_text = [](const Entry& entry) { return entry.kind == Kind::text; };
    if (!visit.process || std::none_of(form.entries.begin(), form.entries.end(), is_text))
        return std::nullopt;
    const auto desk = visit.href(address::edit_site);
    if (!visit.request.path.starts_with(desk)) return std::nullopt;
    return DraftPlace{"webbplats" + visit.request.path.substr(desk.size()), visit.request.path};
}

Values with_draft(const Visit& visit, const Form& form, Values shown) {
    const auto draft = draft_of(visit, form);
    if (draft && goes_on_with_draft(visit, *draft))
        for (const auto& entry : form.entries)
            shown[entry.name] = drafted(visit, *draft, entry.name, shown[entry.name]);
    return shown;
}

/// The form itself, with its draft where it has one.
Html entries_form(const Visit& visit, const Form& form, const Values& shown, const ui::Complaints& complaints,
    const std::string& seen) {
    const auto& words = visit.words;
    const auto draft = draft_of(visit, form);
    const auto values = with_draft(visit, form, shown);
    return html(R"({offer}
<form method="post" action="{action}" novalidate>{guard}{seen}{fields}<p class="row">{save} {back}</p>{draft}</form>)",
        "offer"_a = draft ? draft_offer(visit, *draft) : Html{},
        "draft"_a = draft ? draft_tools(visit, *draft) : Html{}, "action"_a = visit.request.path,
        "guard"_a = form_guard(visit, ""),
        "seen"_a = ui::hidden_field("sett", draft ? drafted(visit, *draft, "sett", seen) : seen),
        "fields"_a = each(
            form.entries, [&](const Entry& entry) { return entry_view(entry, values, complaints, words); }),
        "save"_a = ui::submit(words("Save"), ui::Weight::filled),
        "back"_a =
            ui::button_link(home_of(visit, form).href, words("Go back without saving"), ui::Weight::quiet));
}

Response render(const Visit& visit, const Form& form, const Values& shown, const Values& standing,
    const Refusal& refusal) {
    const auto seen = refusal.seen.empty() ? digest_of(standing) : refusal.seen;
    const auto body = html(R"({errors}{notice}
<h1>{title}</h1><p class="lead">{lead}</p>{before}{form}{after})",
        "errors"_a = ui::error_summary(refusal.complaints, labels_of(form), visit.words),
        "notice"_a = refusal.notice, "title"_a = form.title, "lead"_a = form.lead, "before"_a = form.before,
        "form"_a = entries_form(visit, form, shown, refusal.complaints, seen), "after"_a = form.after);
    auto content = desk_page(visit, form.title, body, form.home.href.empty() ? "webbplats" : "-");
    content.width = ui::Width::column;
    content.crumbs = {home_of(visit, form)};
    return page_with_form(std::move(content), visit, refusal.complaints, refusal.status);
}

}  // namespace

std::string name_in(const std::string& name, Language language) {
    return language == Language::sv ? name : name + '-' + std::string{language.tag()};
}

void Form::in_each_language(const Entry& entry, const Visit& visit) {
    const auto& offered = visit.process->languages;
    entries.push_back(entry);
    for (const auto language : all_languages()) {
        if (language == Language::sv) continue;
        const bool is_offered = std::find(offered.begin(), offered.end(), language) != offered.end();
        auto other = entry;
        other.name = name_in(entry.name, language);
        other.label = visit.words("{} ({})", entry.label, language.name());
        if (!is_offered) other.kind = Kind::hidden;
        other.needed = Needed::no;
        other.hint.clear();
        entries.push_back(std::move(other));
    }
}

Response form_page(const Visit& visit, const Form& form, const Values& shown, const Values& standing) {
    return render(visit, form, shown, standing, {});
}

Response form_of_known(const Visit& visit, const Form& form, const Values& standing, std::string_view part) {
    if (standing.empty() && !is_new(visit, part)) return problem(visit, Failure::Kind::not_found);
    return form_page(visit, form, standing, standing);
}

Values typed_in(const Visit& visit, const Form& form) {
    Values typed;
    for (const auto& entry : form.entries) typed[entry.name] = std::string{visit.field(entry.name)};
    return typed;
}

bool is_as_seen(const Visit& visit, const Values& standing) {
    return visit.field("sett") == digest_of(standing);
}

Response again(const Visit& visit, const Form& form, const Values& typed, const Values& standing,
    const Failure& failure) {
    if (failure.kind == Failure::Kind::not_allowed || failure.kind == Failure::Kind::not_found)
        return problem(visit, failure.kind);
    Refusal refusal{{}, failure.complaints, status_of(failure.kind), std::string{visit.field("sett")}};
    if (failure.kind == Failure::Kind::conflict) {
        refusal.seen.clear();
        refusal.notice = ui::notice(ui::Tone::warn,
            html("<p>{}</p>{}",
                visit.words(
                    "Somebody changed this while you wrote. All that you wrote is here: compare, and save "
                    "again if yours is to stand."),
                standing_view(form, standing, visit.words)));
    }
    return render(visit, form, typed, standing, refusal);
}

ui::Link home_of(const Visit& visit, const Form& form) {
    return form.home.href.empty() ? ui::Link{visit.href(address::edit_site), visit.words("The site")}
                                  : form.home;
}

}  // namespace medskapa::web::site::desk
