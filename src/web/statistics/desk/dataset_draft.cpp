#include "web/statistics/desk/dataset_draft.hpp"

#include "app/statistics/published.hpp"
#include "base/digest.hpp"
#include "engine/regional/read/format.hpp"
#include "store/statistics/dataset_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/labels.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::statistics::desk {
namespace {

constexpr std::size_t rows_shown = 8;
constexpr std::int64_t most_cells_kept =
    500'000;  // so that others are not kept waiting while they are written
constexpr std::size_t most_bytes = 8 * 1024 * 1024;  // so that the file fits in the form that keeps it

void refuse_file(DatasetDraft& draft, const ui::Complaints& complaints) {
    draft.complaints = complaints;
    for (auto& complaint : draft.complaints) complaint.place = Place{"fil"};
    draft.status = status_of(Failure::Kind::invalid);
}

std::string value_of(const regional::read::Statistic& read, std::size_t row, const Words& words) {
    constexpr int places = 2;
    const auto value = read.value(row);
    if (!value) return words("missing ({})", read.sign(row));
    const bool is_whole = *value == static_cast<double>(static_cast<std::int64_t>(*value));
    return words.decimal(*value, is_whole ? 0 : places);
}

Html first_rows(const regional::read::Statistic& read, const Words& words) {
    ui::Table table{.caption = words("The first rows as they are understood"), .columns = {}};
    for (const auto& dimension : read.dimensions)
        table.columns.push_back({label_of(Dataset::Dimension{dimension.name, {}}, words)});
    table.columns.push_back({words("Value"), ui::Cell::number});
    for (std::size_t row = 0; row < std::min(rows_shown, read.rows()); ++row) {
        std::vector<Html> cells;
        for (std::size_t k = 0; k < read.dimensions.size(); ++k) {
            const auto& member = read.member(row, k);
            cells.push_back(ui::in_language(
                member.code == member.label ? member.code : member.code + " " + member.label, "sv", words));
        }
        cells.push_back(html("{}", value_of(read, row, words)));
        table.rows.push_back(std::move(cells));
    }
    return ui::table(table);
}

Html dimensions_view(const regional::read::Statistic& read, const Words& words) {
    return html("<ul>{}</ul>", each(read.dimensions, [&](const auto& dimension) {
        return html("<li>{}: {}</li>", label_view(Dataset::Dimension{dimension.name, {}}, words),
            words.count("{} value", "{} values", static_cast<std::int64_t>(dimension.size())));
    }));
}

/// Those that nothing has replaced, and none.
std::vector<ui::Choice> replaceable(const Visit& visit) {
    std::vector<ui::Choice> choices{{"", visit.words("None: these are new statistics")}};
    for (const auto& dataset : store::datasets_shown_in(visit.db, visit.process->id))
        if (dataset.process == visit.process->id && !store::replacement_of(visit.db, dataset.id))
            choices.push_back({std::to_string(dataset.number), reference(dataset) + " " + dataset.title});
    return choices;
}

std::string typed_or(const Visit& visit, std::string_view name, const std::string& otherwise) {
    const auto typed = visit.field(name);
    return typed.empty() ? otherwise : std::string{typed};
}

std::string label_field(std::size_t dimension) {
    return "namn-" + std::to_string(dimension);
}

/// What people call each dimension of what is kept; the file's own word stands there first.
Html dimension_fields(const Visit& visit, const DatasetDraft& draft) {
    const auto& words = visit.words;
    const auto kept = app::dataset_of(*draft.read, {});
    Html fields;
    for (std::size_t k = 0; k < kept.dimensions.size(); ++k) {
        const auto& dimension = kept.dimensions[k];
        fields += ui::text_field(
            {.name = label_field(k),
                .label = words("What is \"{}\" called?", dimension.name),
                .value = typed_or(visit, label_field(k), label_of(dimension, words_of(Language::sv))),
                .hint = words("For instance {}. Call it region, industry, time or workplace where it is one.",
                    dimension.members.empty() ? std::string{} : named(dimension.members.front()))},
            ui::Input::text, draft.complaints, words);
    }
    return fields;
}

Html fields_of(const Visit& visit, const DatasetDraft& draft) {
    const auto& words = visit.words;
    const auto text = [&](const char* name, const std::string& label, const std::string& value,
                          const std::string& hint) {
        return ui::text_field(
            {.name = name, .label = label, .value = typed_or(visit, name, value), .hint = hint},
            ui::Input::text, draft.complaints, words);
    };
    auto fields =
        text("titel", words("What is it?"), draft.read->title, words("For instance: Employed by industry"));
    fields += text("kalla", words("Who published it?"), draft.read->source, {});
    fields += text("licens", words("Licence"), {}, words("For instance CC0 or CC BY 4.0"));
    fields += ui::text_field({.name = "avser",
                                 .label = words("What time is it about?"),
                                 .value = std::string{visit.field("avser")},
                                 .is_optional = true},
        ui::Input::text, draft.complaints, words);
    fields += ui::text_field({.name = "raknar",
                                 .label = words("What do the numbers count?"),
                                 .value = std::string{visit.field("raknar")},
                                 .hint = words("The word that stands after a number, for instance: employed"),
                                 .is_optional = true},
        ui::Input::text, draft.complaints, words);
    fields += dimension_fields(visit, draft);
    fields += ui::radio_group({.name = "sma-tal",
                                  .label = words("Numbers below five"),
                                  .value = typed_or(visit, "sma-tal", "hidden"),
                                  .hint = words("A number of few people may let somebody be recognised.")},
        ui::choices_of<Dataset::SmallNumbers>(words), draft.complaints, words);
    fields +=
        ui::select({.name = "version",
                       .label = words("Does it replace earlier statistics?"),
                       .value = std::string{visit.field("version")},
                       .hint = words("What rests on the earlier ones is marked until somebody has looked.")},
            replaceable(visit), draft.complaints, words);
    return fields;
}

}  // namespace

DatasetDraft sent_dataset(const Visit& visit) {
    DatasetDraft draft;
    const auto& uploads = visit.request.uploads;
    if (!uploads.empty() && !uploads.front().bytes.empty()) {
        draft.file_name = uploads.front().file_name;
        draft.bytes = uploads.front().bytes;
    } else if (auto held = from_base64(visit.field("innehall"))) {
        draft.file_name = std::string{visit.field("filnamn")};
        draft.bytes = *std::move(held);
    }
    if (draft.bytes.empty()) {
        refuse_file(draft, {{"fil", N_("Choose a file with statistics")}});
        return draft;
    }
    if (draft.bytes.size() > most_bytes) {
        refuse_file(draft,
            {{"fil",
                N_("The file is larger than 8 MB. Ask the operator to read it in, or take a part of it")}});
        return draft;
    }
    regional::read::Choices choices;
    if (visit.field("decimal") == "komma") choices.decimal = regional::read::DecimalMark::comma;
    if (visit.field("decimal") == "punkt") choices.decimal = regional::read::DecimalMark::point;
    auto read = regional::read::read_statistic(draft.bytes, choices);
    const auto rows = read ? static_cast<std::int64_t>(read->rows()) : 0;
    if (rows > most_cells_kept)
        refuse_file(
            draft, {{"fil", N_("The file has {} numbers, more than can be kept from here. Take a part of it"),
                       {rows}}});
    else if (read)
        draft.read = *std::move(read);
    else
        refuse_file(draft, read.error().complaints);
    return draft;
}

Dataset typed_dataset(const Visit& visit, const DatasetDraft& draft) {
    auto dataset = app::dataset_of(
        *draft.read, {std::string{visit.field("titel")}, std::string{visit.field("kalla")},
                         std::string{visit.field("licens")}, hex(as_text(sha256(draft.bytes)))});
    dataset.vintage = std::string{visit.field("avser")};
    dataset.measure = std::string{visit.field("raknar")};
    for (std::size_t k = 0; k < dataset.dimensions.size(); ++k)
        dataset.dimensions[k].label = std::string{visit.field(label_field(k))};
    dataset.file_name = draft.file_name.empty() ? "fil" : draft.file_name;
    find_name<Dataset::SmallNumbers>(visit.field("sma-tal"), dataset.small_numbers);
    if (const auto number = Visit::number(visit.field("version")))
        if (const auto older = store::dataset_numbered(visit.db, *number)) dataset.replaces = older->id;
    return dataset;
}

Html understood_view(const Visit& visit, const DatasetDraft& draft) {
    if (!draft.read) return {};
    const auto& words = visit.words;
    const auto warnings = each(draft.read->warnings,
        [&](const Complaint& one) { return html("<li>{}</li>", words.complaint(one)); });
    const auto held = html("{}{}{}", ui::hidden_field("innehall", base64(draft.bytes)),
        ui::hidden_field("filnamn", draft.file_name),
        ui::hidden_field("decimal", std::string{visit.field("decimal")}));
    return html(R"(
<h2>{title}</h2>
<p>{size}</p>
{dimensions}{warnings}{rows}
<h2>{keep_title}</h2>
{form})",
        "title"_a = words("How the file is understood"),
        "size"_a =
            words("{} numbers in {} dimensions.", words.number(static_cast<std::int64_t>(draft.read->rows())),
                words.number(static_cast<std::int64_t>(draft.read->dimensions.size()))),
        "dimensions"_a = dimensions_view(*draft.read, words),
        "warnings"_a = warnings.empty() ? Html{} : html("<ul>{}</ul>", warnings),
        "rows"_a = first_rows(*draft.read, words), "keep_title"_a = words("Keep it"),
        "form"_a = post_form(visit,
            {.action = visit.href(address::import_dataset),
                .fields = html("{}{}", held, fields_of(visit, draft)),
                .button = html(R"(<button class="btn" type="submit" name="gor" value="behall">{}</button>)",
                    words("Keep it, for everybody to see")),
                .is_narrow = true,
                .takes_files = true}));
}

}  // namespace medskapa::web::statistics::desk
