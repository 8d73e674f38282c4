#include "app/statistics/analysis.hpp"
#include "app/statistics/projection/assumed.hpp"
#include "app/statistics/run.hpp"
#include "base/text.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/desk/assumption_fields.hpp"
#include "web/statistics/desk/pages.hpp"
#include "web/statistics/labels.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/forms/form.hpp"

#include <set>

namespace medskapa::web::statistics::desk {
namespace {

using namespace app;

/// A parameter and the field of the form that it is typed in.
struct FormField {
    const char* parameter;
    const char* name;
};
constexpr FormField form_fields[] = {{asked::regions, "omraden"}, {asked::industries, "naringar"},
    {asked::periods, "tider"}, {asked::destinations, "arbetsplatser"}, {asked::region, "omrade"},
    {asked::period, "tid"}, {asked::from, "fran"}, {asked::level, "niva"}, {asked::ages, "aldrar"},
    {asked::sexes, "kon"}, {asked::measures, "matt"}, {asked::years, "ar"}};

std::string only_field(std::size_t dimension) {
    return "bara-" + std::to_string(dimension);
}

Parameters typed_parameters(const Visit& visit, const Dataset& dataset) {
    Parameters typed;
    for (const auto& [parameter, name] : form_fields)
        if (const auto value = text::one_line(visit.field(name)); !value.empty()) typed[parameter] = value;
    for (std::size_t k = 0; k < dataset.dimensions.size(); ++k)
        if (const auto value = text::one_line(visit.field(only_field(k))); !value.empty())
            typed[asked::only + dataset.dimensions[k].name] = value;
    typed.merge(typed_assumptions(visit));
    return typed;
}

/// Each complaint at the field of the form that it is about.
ui::Complaints at_fields(ui::Complaints complaints, const Dataset& dataset) {
    for (auto& complaint : complaints) {
        std::string name = "slag";
        for (const auto& field : form_fields)
            if (complaint.place.part == field.parameter) name = field.name;
        if (const auto field = assumption_field(complaint.place.part); !field.empty()) name = field;
        for (std::size_t k = 0; k < dataset.dimensions.size(); ++k)
            if (complaint.place.part == asked::only + dataset.dimensions[k].name) name = only_field(k);
        complaint.place = Place{name};
    }
    return complaints;
}

std::string name_at(const Dataset& dataset, std::optional<std::size_t> dimension) {
    return dimension ? dataset.dimensions[*dimension].name : std::string{};
}

/// What a person would most likely choose.
Parameters guessed(const Dataset& dataset) {
    const auto roles = guessed_roles(dataset.dimensions);
    Parameters parameters{{asked::regions, name_at(dataset, roles.regions)},
        {asked::industries, name_at(dataset, roles.industries)},
        {asked::periods, name_at(dataset, roles.periods)},
        {asked::destinations, name_at(dataset, roles.destinations)},
        {asked::ages, name_at(dataset, roles.ages)}, {asked::sexes, name_at(dataset, roles.sexes)},
        {asked::measures, name_at(dataset, roles.measures)}, {asked::years, "30"}};
    if (roles.periods) {
        const auto& periods = dataset.dimensions[*roles.periods].members;
        parameters[asked::period] = periods.back().code;
        if (periods.size() > 1) parameters[asked::from] = periods.front().code;
    }
    return parameters;
}

std::vector<ui::Choice> dimension_choices(const Dataset& dataset, const Words& words) {
    std::vector<ui::Choice> choices{{"", words("None")}};
    for (const auto& dimension : dataset.dimensions)
        choices.push_back({dimension.name, label_of(dimension, words)});
    return choices;
}

std::vector<ui::Choice> member_choices(const std::vector<Dataset::Member>& members, const Words& words) {
    std::vector<ui::Choice> choices{{"", words("Not chosen")}};
    for (const auto& member : members) choices.push_back({member.code, named(member)});
    return choices;
}

/// The regions themselves, and the counties that they make up.
std::vector<ui::Choice> region_choices(const std::vector<Dataset::Member>& regions, const Words& words) {
    auto choices = member_choices(regions, words);
    std::set<std::string> known;
    for (const auto& region : regions) known.insert(region.code);
    for (const auto& region : regions)
        if (const auto county = county_of(region.code); known.insert(county).second)
            choices.push_back({county, county + " " + county_name(county)});
    return choices;
}

/// What the dataset can answer.
std::vector<ui::Choice> offered_kinds(const Dataset& dataset, const Words& words) {
    std::vector<ui::Choice> choices;
    for (const auto& name : names_of<AnalysisRun::Kind>)
        if (why_not(name.value, dataset.dimensions) == nullptr)
            choices.push_back({std::string{name.word}, shown(name.value, words)});
    return choices;
}

/// What it cannot, each with the reason.
Html not_offered(const Dataset& dataset, const Words& words) {
    Html reasons;
    for (const auto& name : names_of<AnalysisRun::Kind>)
        if (const auto* reason = why_not(name.value, dataset.dimensions))
            reasons += html("<li>{}: {}.</li>", shown(name.value, words), words(reason));
    return reasons.empty()
               ? Html{}
               : html("<h2>{}</h2><ul>{}</ul>", words("What these statistics cannot answer"), reasons);
}

/// The fields of the form, with what was typed or else what is guessed.
class RunFields {
public:
    RunFields(const Visit& visit, const Dataset& dataset, const ui::Complaints& complaints)
        : words_{visit.words},
          dataset_{dataset},
          complaints_{complaints},
          typed_{visit.request.method == http::Method::post ? typed_parameters(visit, dataset)
                                                            : guessed(dataset)},
          assumed_{visit.request.method == http::Method::post ? typed_ : Parameters{}},
          kind_{visit.field("slag")} {}

    Html all() const {
        const auto roles = guessed_roles(dataset_.dimensions);
        const auto dimensions = dimension_choices(dataset_, words_);
        auto fields =
            ui::radio_group({.name = "slag", .label = words_("What do you want to know?"), .value = kind_},
                offered_kinds(dataset_, words_), complaints_, words_);
        fields += choice("omraden", asked::regions, words_("Which dimension holds the regions?"), dimensions);
        fields += choice("naringar", asked::industries, words_("Which holds the industries?"), dimensions);
        fields += choice("tider", asked::periods, words_("Which holds the times?"), dimensions);
        fields += choice("arbetsplatser", asked::destinations,
            words_("Which holds the workplaces, for commuting?"), dimensions);
        if (roles.regions)
            fields += choice("omrade", asked::region, words_("Which region is it about?"),
                region_choices(dataset_.dimensions[*roles.regions].members, words_));
        fields += choice("niva", asked::level, words_("Level"),
            {{"", words_("As in the statistics")},
                {"county", words_("Counties: municipalities are summed")}});
        if (roles.are_about_people()) fields += of_people(dimensions);
        if (roles.periods) {
            const auto times = member_choices(dataset_.dimensions[*roles.periods].members, words_);
            fields += choice("tid", asked::period, words_("Which time?"), times);
            fields += choice("fran", asked::from,
                roles.are_about_people() ? words_("From which earlier time is the method tested?")
                                         : words_("Compared with which time, for a change?"),
                times);
        }
        fields += others(roles);
        return fields;
    }

private:
    std::string value(const std::string& parameter) const {
        const auto found = typed_.find(parameter);
        return found == typed_.end() ? std::string{} : found->second;
    }
    Html choice(const std::string& name, const std::string& parameter, const std::string& label,
        const std::vector<ui::Choice>& choices) const {
        return ui::select(
            {.name = name, .label = label, .value = value(parameter)}, choices, complaints_, words_);
    }
    Html of_people(const std::vector<ui::Choice>& dimensions) const {
        auto fields = choice("aldrar", asked::ages, words_("Which holds the ages?"), dimensions);
        fields += choice("kon", asked::sexes, words_("Which holds the sexes?"), dimensions);
        fields += choice(
            "matt", asked::measures, words_("Which holds people, births, deaths and moves?"), dimensions);
        fields += choice("ar", asked::years, words_("How many years ahead?"),
            {{"10", "10"}, {"20", "20"}, {"30", "30"}, {"50", "50"}});
        fields += assumption_fields(assumed_, complaints_, words_);
        return fields;
    }
    /// A dimension that is none of these has one value that counts.
    Html others(const DimensionRoles& roles) const {
        Html fields;
        for (std::size_t k = 0; k < dataset_.dimensions.size(); ++k) {
            const auto& dimension = dataset_.dimensions[k];
            const bool has_role = roles.regions == k || roles.periods == k || roles.destinations == k;
            if (has_role || dimension.members.size() < 2) continue;
            fields += choice(only_field(k), asked::only + dimension.name,
                words_("Which value of \"{}\" counts?", label_of(dimension, words_)),
                member_choices(dimension.members, words_));
        }
        return fields;
    }

    const Words& words_;
    const Dataset& dataset_;
    const ui::Complaints& complaints_;
    Parameters typed_;
    Parameters assumed_;  // nothing on a new form
    std::string kind_;
};

Response form_page(const Visit& visit, const Dataset& dataset, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Make an analysis");
    const auto body = html(R"({errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
<p><a href="{href}">{dataset}</a></p>
{form}
{not_offered})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a = words("Choose what you want to know. The analysis gets an address of its own, and "
                         "everybody can see it."),
        "href"_a = dataset_href(visit, dataset), "dataset"_a = reference(dataset) + " " + dataset.title,
        "form"_a =
            offered_kinds(dataset, words).empty()
                ? Html{}
                : post_form(visit, {.action = visit.href(address::make_run, dataset.number),
                                       .fields = RunFields{visit, dataset, complaints}.all(),
                                       .button = ui::submit(words("Make the analysis"), ui::Weight::filled),
                                       .is_narrow = true}),
        "not_offered"_a = not_offered(dataset, words));
    auto content = desk_page(visit, title, body, "underlag");
    content.crumbs = {{visit.href(address::statistics_desk), words("Evidence for the text")}};
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

Parameters needed_of_people(Parameters typed) {
    for (const auto* other : {asked::industries, asked::destinations, asked::level}) typed.erase(other);
    std::erase_if(typed, [](const auto& one) { return one.first.starts_with(asked::only); });
    return with_plain_assumptions(std::move(typed));
}

/// Only what the kind asks for, so that the same question is the same parameters.
Parameters needed(Parameters typed, AnalysisRun::Kind kind) {
    using Kind = AnalysisRun::Kind;
    if (kind == Kind::projection) return needed_of_people(std::move(typed));
    for (const auto* of_people : {asked::ages, asked::sexes, asked::measures, asked::years})
        typed.erase(of_people);
    for (const auto& one : assumptions_to_choose()) typed.erase(one.name());
    typed.erase(with_no_moving);
    const bool is_flows = kind == Kind::labour_markets;
    const bool is_map = kind == Kind::indicator_map;
    if (is_flows)
        typed.erase(asked::industries);
    else
        typed.erase(asked::destinations);
    if (is_flows || is_map || kind == Kind::neighbours) typed.erase(asked::level);
    if (is_map)
        typed.erase(asked::industries);
    else if (const auto industries = typed.find(asked::industries); industries != typed.end())
        typed.erase(asked::only + industries->second);
    if (kind == Kind::variety) typed.erase(asked::period);
    if (kind != Kind::shift_share && kind != Kind::entry_exit) typed.erase(asked::from);
    return typed;
}

}  // namespace

Response run_form(const Visit& visit) {
    const auto dataset = asked_dataset(visit);
    return dataset ? form_page(visit, *dataset, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response make_run(const Visit& visit) {
    const auto dataset = asked_dataset(visit);
    if (!dataset) return problem(visit, Failure::Kind::not_found);
    AnalysisRun::Kind kind{};
    if (!find_name<AnalysisRun::Kind>(visit.field("slag"), kind))
        return form_page(visit, *dataset, {{"slag", N_("Choose what you want to know")}}, 422);
    if (const auto* reason = why_not(kind, dataset->dimensions))
        return form_page(visit, *dataset, {{"slag", reason}}, 422);
    const auto made = analysed(visit.db, *dataset, kind, needed(typed_parameters(visit, *dataset), kind));
    if (!made)
        return form_page(
            visit, *dataset, at_fields(made.error().complaints, *dataset), status_of(made.error().kind));
    const auto kept = visit.write([&](auto& act) { return keep_run(act, *made); });
    return kept ? see_other(visit.href(address::desk_run, kept->number)) : problem(visit, kept.error().kind);
}

}  // namespace medskapa::web::statistics::desk
