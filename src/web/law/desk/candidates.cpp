#include "web/law/desk/candidates.hpp"

#include "app/privacy/person_extract.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "domain/field.hpp"
#include "store/retention/retention_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "store/sql/patience.hpp"
#include "store/staff/extract_use_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/law/addresses.hpp"
#include "web/law/desk/pages.hpp"
#include "web/law/extract/column_words.hpp"
#include "web/law/extract/extract.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <fmt/format.h>
#include <optional>

namespace medskapa::web::law::desk {
namespace {

using store::PersonCandidate;
using store::PersonRef;

constexpr std::string_view row_prefix = "rad-";
constexpr auto format_name = "format";

Html hit_view(const Visit& visit, const store::PersonHit& hit) {
    const auto& words = visit.words;
    if (hit.way == store::PersonWay::code) return html("<li>{}</li>", words("The code or link leads here."));
    const auto* table = words_of_table(hit.table);
    const auto* column = words_of_column(hit.column);
    const auto where = (table ? words(table) : std::string{hit.table}) + ", " +
                       (column ? words(column) : std::string{hit.column});
    return html("<li>{} – {}: {}</li>", shown(hit.way, words), where,
        each(hit.around, [](const std::string& around) { return html("<q>{}</q> ", around); }));
}

Html context_view(const Visit& visit, const PersonCandidate& candidate) {
    if (candidate.context.empty()) return {};
    return html("<details class=\"more\"><summary>{}</summary><dl>{}</dl></details>",
        visit.words("More about the row"), each(candidate.context, [&](const store::PersonValue& value) {
            const auto* called = words_of_column(value.column);
            return html("<dt>{}</dt><dd>{}</dd>", called ? visit.words(called) : std::string{value.column},
                shown_value(visit.words, visit.site.clock, candidate.ref.table, value));
        }));
}

/// What a choice is signed for: a row of another search, of somebody else's or about another person is none.
std::string purpose_of_choices(
    const Visit& visit, const ExtractUse& search, const store::PersonWanted& wanted) {
    auto purpose = fmt::format("medskapa.extract.v1\n{}\n{}", search.id.value, visit.actor().user.value);
    for (const auto* typed : {&wanted.email, &wanted.name, &wanted.telephone, &wanted.organisation})
        purpose += '\n' + *typed;
    return purpose;
}

Html choice_view(
    const Visit& visit, const PersonCandidate& candidate, std::size_t place, const std::string& purpose) {
    const auto& words = visit.words;
    const auto signed_name = [&](const PersonRef& ref) {
        return sign(purpose, name_of_ref(ref), visit.site.secret);
    };
    auto own = candidate.ref;
    auto mention = candidate.ref;
    own.share = PersonRef::Share::own;
    mention.share = PersonRef::Share::mention;
    std::vector<ui::Choice> choices{{"", words("Nothing of the person"), {}}};
    if (candidate.ref.share == PersonRef::Share::own)
        choices.push_back(
            {signed_name(own), words("The person's own"), words("All of it is in the extract.")});
    choices.push_back({signed_name(mention), words("Says something of the person"),
        words("Only the words around what was found are in the extract.")});
    const auto value = candidate.is_certain && candidate.ref.share == PersonRef::Share::own ? signed_name(own)
                                                                                            : std::string{};
    return ui::radio_group({.name = fmt::format("{}{}", row_prefix, place),
                               .label = words("What is it to the person?"),
                               .value = value},
        choices, {}, words);
}

std::string name_of_candidate(const Visit& visit, const PersonCandidate& candidate) {
    const auto* called = words_of_table(candidate.ref.table);
    auto name = called ? visit.words(called) : candidate.ref.table;
    for (const auto& value : candidate.context)
        if (value.column == "number")
            if (const auto* number = std::get_if<std::int64_t>(&value.value))
                name += fmt::format(" {}", *number);
    for (const auto& process : store::processes(visit.db))
        if (process.id == candidate.process) name += ", " + visit.in(process.name);
    return name;
}

Html candidate_view(
    const Visit& visit, const PersonCandidate& candidate, std::size_t place, const std::string& purpose) {
    return html(R"(
<li><h2>{name}</h2><ul>{hits}</ul>{context}{choice}</li>)",
        "name"_a = name_of_candidate(visit, candidate),
        "hits"_a = each(candidate.hits, [&](const auto& hit) { return hit_view(visit, hit); }),
        "context"_a = context_view(visit, candidate),
        "choice"_a = choice_view(visit, candidate, place, purpose));
}

Html hidden_wanted(const store::PersonWanted& wanted) {
    const auto hidden = [](Field field, const std::string& value) {
        return ui::hidden_field(std::string{name_of(field)}, value);
    };
    return html("{}{}{}", hidden(Field::email, wanted.email), hidden(Field::name, wanted.name),
        html("{}{}", hidden(Field::telephone, wanted.telephone),
            hidden(Field::organisation, wanted.organisation)));
}

Html candidates_form(const Visit& visit, const ExtractUse& search, const store::PersonWanted& wanted,
    const store::PersonCandidates& candidates) {
    const auto& words = visit.words;
    const auto purpose = purpose_of_choices(visit, search, wanted);
    Html list;
    for (std::size_t place = 0; place < candidates.found.size(); ++place)
        list += candidate_view(visit, candidates.found[place], place, purpose);
    const auto format =
        ui::radio_group({.name = format_name, .label = words("The form of the file"), .value = "html"},
            ui::choices_of<ExtractFormat>(words), {}, words);
    return post_form(visit,
        {.action = visit.href(address::person_extract_file, search.id.value),
            .fields = html("{}<ul class=\"plain news\">{}</ul>{}", hidden_wanted(wanted), list, format),
            .button = ui::submit(words("Fetch the extract"), ui::Weight::filled)});
}

/// Nothing when one of them is no choice that the page gave.
std::optional<std::vector<PersonRef>> refs_ticked(const Visit& visit, const std::string& purpose) {
    std::vector<PersonRef> refs;
    for (const auto& [name, value] : visit.request.form) {
        if (!name.starts_with(row_prefix) || value.empty()) continue;
        const auto signed_name = verify(purpose, value, visit.site.secret);
        if (!signed_name) return std::nullopt;
        if (auto ref = store::read_ref(*signed_name)) refs.push_back(*std::move(ref));
    }
    return refs;
}

Response file_response(const ExtractUse& search, ExtractFormat format, std::string bytes) {
    Response response;
    response.content_type = std::string{content_type_of(format)};
    response.body = std::move(bytes);
    response.headers = {{"Content-Disposition", fmt::format("attachment; filename=\"registerutdrag-{}.{}\"",
                                                    search.id.value, name_of(format))},
        {"Cache-Control", "no-store"}};
    return response;
}

}  // namespace

Html scope_view(const Visit& visit) {
    const auto scope = app::extract_scope(visit.db, visit.actor());
    if (scope.is_all) return {};
    return html("<p>{}</p>", visit.words("You have the right in {} of {} processes. Rows of the others are "
                                         "not searched; those who run the "
                                         "site can take out all.",
                                 scope.processes.size(), store::processes(visit.db).size()));
}

Response candidates_page(const Visit& visit, const ExtractUse& search, const store::PersonWanted& wanted,
    const store::PersonCandidates& candidates) {
    const auto& words = visit.words;
    const auto count = static_cast<std::int64_t>(candidates.found.size());
    const auto cut = candidates.is_cut
                         ? ui::notice(ui::Tone::warn,
                               html("<p>{}</p>", words("There is more than can be shown. Look for something "
                                                       "that fewer have, such as an address.")))
                         : Html{};
    const auto lead =
        count == 0 ? words("Nothing was found. The extract then says so.")
                   : words(
                         "Say of each what it is to the person. Only an address, a number or a code that "
                         "fits altogether is ticked for you. Look also for what says something of others: "
                         "mask it before you hand the extract out.");
    const auto body = html(R"(
<h1>{title}</h1><p class="lead">{lead}</p>{cut}{scope}{form})",
        "title"_a = words.count("{} thing was found", "{} things were found", count), "lead"_a = lead,
        "cut"_a = cut, "scope"_a = scope_view(visit),
        "form"_a = candidates_form(visit, search, wanted, candidates));
    auto content = desk_page(visit, words("Register extract"), body, "registerutdrag");
    content.crumbs = {{visit.href(address::person_extract), words("Register extract")}};
    return not_stored(page(content, visit));
}

Response person_extract_file(const Visit& visit) {
    const Id<ExtractUse> id{Visit::number(visit.path.at("search")).value_or(0)};
    const auto search = store::find_extract_use(visit.db, id);
    const auto format = extract_format_named(visit.field(format_name));
    if (!search) return problem(visit, Failure::Kind::not_found);
    if (!format) return problem(visit, Failure::Kind::invalid);
    const auto field = [&](Field asked) { return std::string{visit.field(name_of(asked))}; };
    const store::PersonWanted wanted{
        field(Field::email), field(Field::name), field(Field::telephone), field(Field::organisation)};
    const auto refs = refs_ticked(visit, purpose_of_choices(visit, *search, wanted));
    if (!refs) return problem(visit, Failure::Kind::not_found);
    const auto scope = app::extract_scope(visit.db, visit.actor());
    const sql::ReadingAll reading{visit.db};
    const PersonExtract extract{words_of(visit.words.language()), visit.site.clock,
        store::site_description(visit.db), search->case_number, visit.now,
        store::rows_of_person(visit.db, *refs, scope, wanted), store::processes(visit.db), scope,
        store::retention_in_force(visit.db)};
    auto bytes = bytes_of(extract, *format);
    const auto rows = static_cast<int>(extract.found.rows.size());
    const auto noted = visit.write(
        [&](auto& act) { return app::note_person_extract(act, id, rows, hex(as_text(sha256(bytes)))); });
    if (!noted) return problem(visit, noted.error().kind);
    return file_response(*search, *format, std::move(bytes));
}

}  // namespace medskapa::web::law::desk
