#include "app/privacy/person_extract.hpp"
#include "domain/field.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "store/sql/patience.hpp"
#include "store/staff/extract_use_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/law/addresses.hpp"
#include "web/law/desk/candidates.hpp"
#include "web/law/desk/pages.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::law::desk {
namespace {

constexpr int uses_shown = 100;

std::string typed(const Visit& visit, Field field) {
    return std::string{visit.field(name_of(field))};
}

struct Asked {
    Field field;
    std::string label;
    std::string hint;
    bool is_optional;
};

Html one_field(const Visit& visit, const Asked& asked, const ui::Complaints& complaints) {
    return ui::text_field({.name = std::string{name_of(asked.field)},
                              .label = asked.label,
                              .value = typed(visit, asked.field),
                              .hint = asked.hint,
                              .is_optional = asked.is_optional,
                              .autocomplete = "off"},
        ui::Input::text, complaints, visit.words);
}

/// One thing about the person is enough.
Html person_fields(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto field = [&](Field its_field, const std::string& label, const std::string& hint = {}) {
        return one_field(visit, {its_field, label, hint, true}, complaints);
    };
    auto fields = field(Field::email, words("E-mail address"));
    fields += field(Field::telephone, words("Telephone number"));
    fields += field(Field::name, words("Name"),
        words("Two persons may have one name. Nothing is taken for the person's until you say so."));
    fields += field(Field::organisation, words("Organisation"));
    fields += field(Field::code, words("Code or link that the person has shown you"),
        words(
            "A receipt code, the code of a report, a link to answer a formal consultation or to choose what "
            "mail comes, the key of a voter's browser, or the mark of an eID from My pages"));
    return html("<fieldset><legend>{}</legend><p class=\"meta\">{}</p>{}</fieldset>",
        words("Whom to look for"),
        words("One thing is enough. With several you get all that fits any of them, and say yourself what is "
              "the person's."),
        fields);
}

Html case_fields(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = one_field(visit,
        {Field::case_number, words("Case number"), words("Of the case where the person's request is kept"),
            false},
        complaints);
    fields += one_field(visit,
        {Field::reason, words("Why it is taken out"),
            words("For example: request by letter, identity checked. Without names. It is kept with your "
                  "name, and those who may do the same can read it."),
            false},
        complaints);
    return fields;
}

std::string who(const Visit& visit, const ExtractUse& use) {
    if (!use.by) return visit.words("The command line");
    const auto user = store::find_user(visit.db, use.by);
    return user ? user->name : fmt::format("{}", use.by.value);
}

Html uses_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto uses = store::extract_uses(visit.db, visit.process->id, uses_shown);
    if (uses.empty()) return html("<p>{}</p>", words("Nobody has looked for anybody here."));
    ui::Table table{.caption = words("Who has looked for somebody, the newest first"),
        .columns = {{words("When")}, {words("Who")}, {words("What")}, {words("Case number")}, {words("Why")}},
        .rows = {}};
    for (const auto& use : uses)
        table.rows.push_back(
            {html("{}", words.moment(visit.site.clock.local(use.used_at))), html("{}", who(visit, use)),
                html("{}", shown(use.kind, words)), html("{}", use.case_number), html("{}", use.reason)});
    return ui::table(table);
}

Response form_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto form = post_form(
        visit, {.action = visit.href(address::person_extract),
                   .fields = html("{}{}", person_fields(visit, complaints), case_fields(visit, complaints)),
                   .button = ui::submit(words("Look for the person"), ui::Weight::filled),
                   .is_narrow = true});
    const auto body = html(R"({errors}
<h1>{title}</h1><p class="lead">{lead}</p><p>{checked}</p>{form}<h2>{uses}</h2><p>{logged}</p>{table}{columns})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("Register extract"),
        "lead"_a = words("Who asks has a right to see all that is kept about them, within a month and for "
                         "nothing (GDPR, article 15)."),
        "checked"_a = words("Be sure that it is the person who asks. Look for what is kept, say what is the "
                            "person's, and fetch it as one file."),
        "form"_a = form, "uses"_a = words("Who has looked"),
        "logged"_a = words("Each search and each file is kept here. The open log says that it was done, and "
                           "nothing of whom."),
        "table"_a = uses_view(visit), "columns"_a = scope_view(visit));
    return not_stored(page_with_form(
        desk_page(visit, words("Register extract"), body, "registerutdrag"), visit, complaints, status));
}

ui::Complaints complaints_of(const Result<store::PersonWanted>& wanted, const Result<ExtractUse>& asked) {
    ui::Complaints all;
    if (!wanted) all = wanted.error().complaints;
    if (!asked) all.insert(all.end(), asked.error().complaints.begin(), asked.error().complaints.end());
    return all;
}

store::PersonWanted wanted_by(const Visit& visit) {
    return {typed(visit, Field::email), typed(visit, Field::name), typed(visit, Field::telephone),
        typed(visit, Field::organisation)};
}

}  // namespace

Response person_extract(const Visit& visit) {
    return form_page(visit, {}, 200);
}

Response find_person(const Visit& visit) {
    const auto code = typed(visit, Field::code);
    const auto wanted = app::checked(wanted_by(visit), code);
    ExtractUse use;
    use.case_number = typed(visit, Field::case_number);
    use.reason = typed(visit, Field::reason);
    const auto asked = checked(use);
    if (!wanted || !asked)
        return form_page(visit, complaints_of(wanted, asked), status_of(Failure::Kind::invalid));

    use.ways = app::ways_of(*wanted, code);
    const sql::ReadingAll reading{visit.db};
    const auto candidates = store::find_person(visit.db, *wanted,
        app::rows_of_code(visit.db, code, visit.site.secret), app::extract_scope(visit.db, visit.actor()));
    use.found = static_cast<int>(candidates.found.size());
    const auto noted = visit.write([&](auto& act) { return app::note_person_search(act, use); });
    if (!noted) return problem(visit, noted.error().kind);
    return candidates_page(visit, *noted, *wanted, candidates);
}

}  // namespace medskapa::web::law::desk
